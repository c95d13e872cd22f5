package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.PomOutline;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Map;

/** The build would add the label, if the POM had a value for it. */
public final class Adr0403PomMetadataMissing implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "The POM lacks what a required label is made from")
          .on(FileKind.POM);

  private static final String OCI = "org.opencontainers.image.";

  /** Elements below {@code project} from which the build makes labels. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          OCI + "title", "name",
          OCI + "description", "description",
          OCI + "url", "url",
          OCI + "vendor", "organization/name",
          OCI + "licenses", "licenses/license",
          OCI + "authors", "developers/developer",
          OCI + "source", "scm/url");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    PomOutline outline = pass.pom().outline();
    for (String label : pass.options().requiredLabels()) {
      if (pass.pom().unset().contains(label) && ELEMENTS.containsKey(label)) {
        report(pass, outline, label, ELEMENTS.get(label));
      }
    }
  }

  private static void report(Pass pass, PomOutline outline, String label, String path) {
    int slash = path.indexOf('/');
    String parent = slash < 0 ? path : path.substring(0, slash);
    String element = "<" + path.replace("/", "><") + ">";
    boolean isThere = outline.find(parent).isPresent();
    Span place = outline.find(parent).map(e -> e.place()).orElse(outline.placeOf(parent));
    pass.report(
        place,
        isThere
            ? "%s gives no value for the label '%s'".formatted(element, label)
            : "no %s for the label '%s'".formatted(element, label),
        isThere ? "" : element + " belongs below");
  }
}
