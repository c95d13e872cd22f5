package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Nobody can tell from outside whether the service still answers, and somebody wanted it so. */
public final class Adr0505HealthcheckNone implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The image of a service switches its health check off");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (pass.surroundings().kind() == ImageKind.SERVICE) {
      pass.facts()
          .effective(Healthcheck.class)
          .filter(Healthcheck::isNone)
          .ifPresent(
              check ->
                  pass.report(
                      check.span(),
                      "service image with 'HEALTHCHECK NONE'",
                      "it also drops the check of the base image"));
    }
  }
}
