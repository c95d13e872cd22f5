package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.HealthProbe;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.StageContents;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.List;
import java.util.Map;

/** The container is unhealthy from the start, whatever the service does. */
public final class Adr0503HealthcheckToolAbsent implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A HEALTHCHECK runs a program that is not in the image");

  /** Programs that ask a service, and what each is known by. */
  private static final Map<String, String> TOOLS =
      Map.of("curl", "curl", "wget", "wget", "nc", "nc", "netcat", "nc", "ncat", "nc");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().probe().ifPresent(probe -> check(pass, probe));
  }

  private static void check(Pass pass, HealthProbe probe) {
    StageContents contents = pass.facts().contents(probe.stage());
    if (probe.isRead() && contents.lacks("sh")) {
      pass.report(
          probe.healthcheck().keyword().span(),
          "HEALTHCHECK needs a shell, and the image has none",
          "");
      return;
    }
    List<Call> tools = probe.calls().stream().filter(c -> TOOLS.containsKey(c.name())).toList();
    if (tools.stream().allMatch(tool -> lacks(contents, tool))) {
      tools.forEach(
          tool ->
              pass.report(
                  tool.nameSpan(),
                  "HEALTHCHECK runs '" + tool.name() + "', which is not in the image",
                  "neither its base image nor this file brings it"));
    }
  }

  private static boolean lacks(StageContents contents, Call tool) {
    String program = tool.program().value();
    boolean isSystem = program.indexOf('/') < 0 || program.matches("/(usr/)?(local/)?s?bin/[a-z]+");
    return isSystem && contents.lacks(TOOLS.get(tool.name()));
  }
}
