package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.SyntaxVersion;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;

/** The frontend is older than the decision allows. */
public final class Adr0102SyntaxTooOld implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The frontend is older than the minimum").fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().syntax().frontend().ifPresent(image -> check(pass, image));
  }

  private static void check(Pass pass, Text image) {
    String name = image.toString();
    String minimum = pass.options().minimumSyntax();
    SyntaxVersion.ofImage(name)
        .filter(version -> SyntaxVersion.of(minimum).filter(m -> !version.atLeast(m)).isPresent())
        .ifPresent(
            version ->
                pass.report(
                    image.span(),
                    "frontend '" + name + "' is older than " + minimum,
                    "",
                    Fix.safe(
                        "raise the frontend to " + minimum,
                        Edit.replace(image.span(), version.replacedIn(name, minimum)))));
  }
}
