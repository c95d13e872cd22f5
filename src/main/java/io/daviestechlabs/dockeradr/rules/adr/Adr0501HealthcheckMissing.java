package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Nobody can tell from outside whether the service still answers. */
public final class Adr0501HealthcheckMissing implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The image of a service has no HEALTHCHECK");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    boolean owed = pass.surroundings().kind() == ImageKind.SERVICE;
    if (owed && pass.facts().effective(Healthcheck.class).isEmpty()) {
      pass.facts()
          .target()
          .ifPresent(
              stage ->
                  pass.report(
                      stage.from().span(),
                      "service image without HEALTHCHECK",
                      "no HEALTHCHECK in the stage that is built"));
    }
  }
}
