package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** A frontend is a program that turns the file into whatever it likes. */
public final class Adr0105FrontendUnverifiable implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "The frontend is none of those that the policy knows");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .syntax()
        .unknownFrontend(pass.options().knownFrontends())
        .ifPresent(
            image ->
                pass.report(
                    image.span(),
                    "frontend '" + image + "' is not known",
                    "nobody says what it makes of the file"));
  }
}
