package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.ExposedPorts;
import io.daviestechlabs.dockeradr.lint.HealthProbe;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.tools.Curl;
import io.daviestechlabs.dockeradr.tools.Wget;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** It asks a port on which the service does not answer. */
public final class Adr0506HealthcheckWrongPort implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "A HEALTHCHECK asks a port that the image does not expose");

  private static final Pattern LOCAL =
      Pattern.compile(
          "(https?://)?(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1])(?::(\\d{1,5}))?(?:[/?#].*)?",
          Pattern.DOTALL);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().probe().ifPresent(probe -> check(pass, probe));
  }

  private static void check(Pass pass, HealthProbe probe) {
    ExposedPorts exposed = ExposedPorts.of(pass.facts(), probe.stage());
    if (!exposed.complete() || exposed.ranges().isEmpty()) {
      return;
    }
    for (Call call : probe.calls()) {
      for (ShellWord url : urls(call)) {
        Matcher local = LOCAL.matcher(url.unquoted());
        if (local.matches() && !exposed.contains(port(local))) {
          pass.report(
              url.span(),
              "HEALTHCHECK asks port '" + port(local) + "', which is not exposed",
              "none of the ports of EXPOSE");
        }
      }
    }
  }

  private static List<ShellWord> urls(Call call) {
    return Curl.of(call).map(Curl::urls).or(() -> Wget.of(call).map(Wget::urls)).orElse(List.of());
  }

  private static int port(Matcher url) {
    boolean secure = "https://".equals(url.group(1));
    return url.group(2) == null ? (secure ? 443 : 80) : Integer.parseInt(url.group(2));
  }
}
