package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Distribution;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.HealthProbe;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.Map;

/** What a health check returns is defined for 0 and 1; 2 is reserved. */
public final class Adr0504HealthcheckExitCode implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "A HEALTHCHECK can exit with something other than 0 or 1")
          .fixed(Fix.Safety.SAFE);

  /** Programs with other codes, from their manual pages. */
  private static final Map<String, String> CODES =
      Map.of(
          "curl", "curl has codes up to 99",
          "wget", "wget has codes up to 8",
          "pg_isready", "pg_isready has codes up to 3",
          "grpc_health_probe", "grpc_health_probe has codes up to 4",
          "grpc-health-probe", "grpc-health-probe has codes up to 4",
          "jq", "jq has codes up to 5");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .probe()
        .flatMap(HealthProbe::last)
        .filter(call -> CODES.containsKey(call.name()) && !isBusybox(pass, call))
        .ifPresent(
            call ->
                pass.report(
                    call.nameSpan(),
                    "exit code of '" + call.name() + "' becomes that of the HEALTHCHECK",
                    CODES.get(call.name()),
                    Fix.safe("end it with || exit 1", call.append("|| exit 1"))));
  }

  /** Busybox's wget has no other codes. */
  private static boolean isBusybox(Pass pass, Call call) {
    Distribution distribution =
        pass.facts().base(pass.facts().target().orElseThrow()).distribution();
    return call.name().equals("wget")
        && (distribution == Distribution.ALPINE || distribution == Distribution.BUSYBOX);
  }
}
