package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import java.util.regex.Pattern;

/** It suppresses nothing, and nobody notices. */
public final class Adr0007UnknownRule implements SuppressionRule {
  /** Codes of hadolint and ShellCheck, which may be meant for them. */
  private static final Pattern FOREIGN = Pattern.compile("(?:DL|SC)\\d{4}");

  private static final Meta META =
      Meta.of(Severity.WARNING, "A comment names a rule that does not exist").on(FileKind.values());

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Suppression suppression : pass.suppressions()) {
      if (suppression.origin() == Suppression.Origin.DOCKER_ADR) {
        suppression.codes().stream()
            .filter(code -> pass.named(code).isEmpty() && !FOREIGN.matcher(code).matches())
            .forEach(
                code ->
                    pass.report(
                        code.span(),
                        "there is no rule '" + code + "'",
                        "did you mean " + pass.nearestRule(code) + "?"));
      }
    }
  }
}
