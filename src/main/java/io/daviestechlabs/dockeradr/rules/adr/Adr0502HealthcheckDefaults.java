package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.lint.HealthProbe;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The engine's defaults fit no service in particular. */
public final class Adr0502HealthcheckDefaults implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "A HEALTHCHECK leaves its times to the engine's defaults");

  private static final List<String> FLAGS =
      List.of("interval", "timeout", "start-period", "retries");

  /** From the Dockerfile reference. */
  private static final Map<String, String> DEFAULTS =
      Map.of("interval", "30s", "timeout", "30s", "start-period", "0s", "retries", "3");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().probe().map(HealthProbe::healthcheck).ifPresent(check -> check(pass, check));
  }

  private static void check(Pass pass, Healthcheck healthcheck) {
    List<String> absent = FLAGS.stream().filter(flag -> healthcheck.flag(flag).isEmpty()).toList();
    if (!absent.isEmpty()) {
      pass.report(
          healthcheck.keyword().span(),
          "HEALTHCHECK without "
              + absent.stream().map(f -> "'--" + f + "'").collect(Collectors.joining(", ")),
          absent.stream().map(f -> f + " " + DEFAULTS.get(f)).collect(Collectors.joining(", ")));
    }
  }
}
