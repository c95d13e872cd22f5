package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.CheckOptions;
import io.daviestechlabs.dockeradr.dockerfile.Directive;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.PomSubject;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RuleSetting;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Optional;

/** The policy has the last word. */
public final class Adr0006SuppressionRefused implements SuppressionRule {
  private static final Meta META =
      Meta.of(
              Severity.ERROR,
              "A comment or setting asks to quieten a rule that the policy has locked")
          .on(FileKind.values());

  private static final String LABEL = "locked by the policy";

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
                rule -> pass.report(code.span(), "'" + code + "' may not be suppressed", LABEL));
      }
    }
    if (pass.subject() instanceof PomSubject pom) {
      pass.options().settings().forEach(setting -> check(pass, pom, setting));
    } else if (pass.subject() instanceof DockerfileSubject) {
      pass.file().check().ifPresent(directive -> check(pass, directive));
      pass.file().instructions().stream()
          .flatMap(instruction -> CheckOptions.above(instruction).stream())
          .forEach(directive -> check(pass, directive));
    }
  }

  private static void check(Pass pass, PomSubject pom, RuleSetting setting) {
    Optional<Rule> rule = pass.named(setting.word()).filter(pass.options()::isLocked);
    if (rule.isPresent() && setting.weight().isPresent()) {
      Severity least = pass.options().severity(rule.get());
      if (!setting.weight().get().atLeast(least)) {
        pom.placeOf(setting)
            .ifPresent(
                place ->
                    pass.report(
                        place,
                        "'%s' may not weigh less than '%s'".formatted(setting.word(), least.word()),
                        LABEL));
      }
    }
  }

  private static void check(Pass pass, Directive directive) {
    CheckOptions checks = CheckOptions.of(directive);
    pass.locked().stream()
        .filter(rule -> rule.meta().family() == Family.BUILDKIT && checks.skips(rule.id()))
        .forEach(
            rule ->
                pass.report(
                    directive.firstWord().span(),
                    "'" + rule.id() + "' may not be suppressed",
                    LABEL));
  }
}
