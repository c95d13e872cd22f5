package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Expose;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
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
    pass.facts()
        .steps()
        .filter(step -> step.instruction() instanceof Expose)
        .forEach(
            step -> {
              for (Word port : ((Expose) step.instruction()).ports()) {
                step.values(port).forEach(value -> check(pass, step, port, value));
              }
            });
  }

  private static void check(Pass pass, BuildStep step, Word port, String value) {
    int last = value.lastIndexOf(':');
    // what stands before the last colon is empty, or only the colon of an empty address
    if (last < 0 || value.substring(0, last).replace(":", "").isEmpty()) {
      return;
    }
    Text text = port.text();
    boolean isLiteral = step.isOwn() && text.is(value) && text.length() > last + 1;
    pass.report(
        step.instruction(),
        isLiteral ? text.span(0, last + 1) : step.spanOf(port),
        "EXPOSE instruction should not define an IP address or host-port mapping, found '"
            + value
            + "'",
        "BuildKit takes no notice of it",
        isLiteral
            ? Optional.of(
                Fix.safe("leave the container's port", Edit.delete(text.span(0, last + 1))))
            : Optional.empty());
  }
}
