package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.lint.ExposedPort;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A protocol in capitals. */
public final class ExposeProtoCasing implements Rule {
  private static final Meta META =
      Meta.buildkit("Protocol in EXPOSE instruction should be lowercase").fixed(Fix.Safety.SAFE);

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ExposedPort.all(pass.facts()).forEach(port -> check(pass, port));
  }

  private static void check(Pass pass, ExposedPort port) {
    String value = port.value();
    String written = value.substring(value.indexOf('/') + 1);
    String lower = written.toLowerCase(Locale.ROOT);
    boolean isProtocol = value.indexOf('/') >= 0 && PROTOCOLS.contains(lower);
    if (isProtocol && !written.equals(lower)) {
      Span span = port.span(value.length() - lower.length(), value.length());
      pass.report(
          port.step().instruction(),
          span,
          "Defined protocol '" + value + "' in EXPOSE instruction should be lowercase",
          "",
          port.isLiteral()
              ? Optional.of(Fix.safe("write '" + lower + "'", Edit.replace(span, lower)))
              : Optional.empty());
    }
  }
}
