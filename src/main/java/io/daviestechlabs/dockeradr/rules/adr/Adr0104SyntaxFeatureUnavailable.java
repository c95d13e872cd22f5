package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.SyntaxFeature;
import io.daviestechlabs.dockeradr.lint.SyntaxUse;
import io.daviestechlabs.dockeradr.lint.SyntaxVersion;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A frontend cannot read what came after it. */
public final class Adr0104SyntaxFeatureUnavailable implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The file uses what its frontend does not know yet")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Text frontend = pass.facts().syntax().frontend().orElse(Text.empty(0));
    SyntaxVersion version = pass.facts().syntax().version().orElse(null);
    if (version == null) {
      return;
    }
    List<SyntaxUse> missing =
        SyntaxUse.in(pass.file()).stream().filter(u -> !u.feature().isIn(version)).toList();
    Set<SyntaxFeature> reported = new HashSet<>();
    for (SyntaxUse use : missing) {
      if (reported.add(use.feature())) {
        pass.report(
            use.span(),
            use.feature().name() + " needs docker/dockerfile " + use.feature().needs(),
            "not in '" + frontend + "'",
            fix(frontend, version, missing));
      }
    }
  }

  /** All findings have the same fix: what the newest of them needs. */
  private static Fix fix(Text frontend, SyntaxVersion version, List<SyntaxUse> missing) {
    SyntaxVersion newest = version;
    boolean labs = version.isLabs();
    for (SyntaxUse use : missing) {
      SyntaxVersion first = use.feature().first();
      newest = newest.atLeast(first) ? newest : first;
      labs |= use.feature().stable().isEmpty();
    }
    String image =
        SyntaxVersion.withTag(frontend.toString(), newest.number() + (labs ? "-labs" : ""));
    return Fix.safe("raise the frontend to " + image, Edit.replace(frontend.span(), image));
  }
}
