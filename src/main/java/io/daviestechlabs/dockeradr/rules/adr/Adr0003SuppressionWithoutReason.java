package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;

/** Nobody can tell whether it is still right. */
public final class Adr0003SuppressionWithoutReason implements SuppressionRule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A comment suppresses findings without a reason")
          .on(FileKind.values());

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.suppressions().stream()
        .filter(s -> s.origin() == Suppression.Origin.DOCKER_ADR && s.reason().isEmpty())
        .forEach(s -> pass.report(s.span(), "suppression without a reason", "add reason=\"…\""));
  }
}
