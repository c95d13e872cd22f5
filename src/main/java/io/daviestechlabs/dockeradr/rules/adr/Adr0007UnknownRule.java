package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.PomSubject;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.regex.Pattern;

/** It suppresses nothing, and nobody notices. */
public final class Adr0007UnknownRule implements SuppressionRule {
  /** Codes of hadolint and ShellCheck, which may be meant for them. */
  private static final Pattern FOREIGN = Pattern.compile("(?:DL|SC)\\d{4}");

  private static final Meta META =
      Meta.of(Severity.WARNING, "A comment or setting names a rule that does not exist")
          .on(FileKind.values());

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
            .forEach(code -> report(pass, code.span(), code));
      }
    }
    if (pass.subject() instanceof PomSubject pom) {
      pass.options().settings().stream()
          .filter(setting -> pass.named(setting.word()).isEmpty())
          .forEach(
              setting ->
                  pom.placeOf(setting).ifPresent(place -> report(pass, place, setting.word())));
    }
  }

  private static void report(Pass pass, Span place, CharSequence word) {
    pass.report(
        place, "there is no rule '" + word + "'", "did you mean " + pass.nearestRule(word) + "?");
  }
}
