package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.lint.ExposedPort;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;

/** An address or a port of the host, which EXPOSE has no use for. */
public final class ExposeInvalidFormat implements Rule {
  private static final Meta META =
      Meta.buildkit(
              "IP address and host-port mapping should not be used in EXPOSE instruction. This will"
                  + " become an error in a future release")
          .fixed(Fix.Safety.SAFE);

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
    int last = value.lastIndexOf(':');
    // what stands before the last colon is empty, or only the colon of an empty address
    if (last < 0 || value.substring(0, last).replace(":", "").isEmpty()) {
      return;
    }
    boolean isFixed = port.isLiteral() && value.length() > last + 1;
    Span span = isFixed ? port.span(0, last + 1) : port.step().spanOf(port.word());
    pass.report(
        port.step().instruction(),
        span,
        "EXPOSE instruction should not define an IP address or host-port mapping, found '"
            + value
            + "'",
        "BuildKit takes no notice of it",
        isFixed
            ? Optional.of(Fix.safe("leave the container's port", Edit.delete(span)))
            : Optional.empty());
  }
}
