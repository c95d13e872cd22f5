package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Expose;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A protocol in capitals. */
public final class ExposeProtoCasing implements Rule {
  private static final Meta META =
      Meta.buildkit("Protocol in EXPOSE instruction should be lowercase").fixed(Fix.Safety.SAFE);

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
    String written = value.substring(value.indexOf('/') + 1);
    String lower = written.toLowerCase(Locale.ROOT);
    boolean isProtocol = value.indexOf('/') >= 0 && PROTOCOLS.contains(lower);
    if (isProtocol && !written.equals(lower)) {
      Text text = port.text();
      Span span = text.span(text.length() - Math.min(text.length(), lower.length()), text.length());
      boolean isLiteral = step.isOwn() && text.is(value);
      pass.report(
          step.instruction(),
          isLiteral ? span : step.spanOf(port),
          "Defined protocol '" + value + "' in EXPOSE instruction should be lowercase",
          "",
          isLiteral
              ? Optional.of(Fix.safe("write '" + lower + "'", Edit.replace(span, lower)))
              : Optional.empty());
    }
  }

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
}
