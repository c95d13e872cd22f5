package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import io.daviestechlabs.dockeradr.text.Text;

/** The policy has the last word. */
public final class Adr0006SuppressionRefused implements SuppressionRule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "A comment asks to suppress a rule that the policy has locked")
          .on(FileKind.values());

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Suppression suppression : pass.suppressions()) {
      for (Text code : suppression.codes()) {
        pass.named(code)
            .filter(pass.options()::isLocked)
            .ifPresent(
                rule ->
                    pass.report(
                        code.span(),
                        "'" + code + "' may not be suppressed",
                        "locked by the policy"));
      }
    }
  }
}
