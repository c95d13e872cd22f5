package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LintSettingsTest {
  @Test
  void aFrontendHasAVersionAndALabelAKey() {
    assertThat(LintSettings.syntax("1.10")).isEqualTo("1.10");
    assertThatThrownBy(() -> LintSettings.syntax("latest")).hasMessageContaining("'latest'");
    assertThat(LintSettings.labels(List.of(), List.of("a"))).containsExactly("a");
    assertThat(LintSettings.labels(List.of("b.c"), List.of("a"))).containsExactly("b.c");
    assertThatThrownBy(() -> LintSettings.labels(List.of("a=b"), List.of()))
        .hasMessageContaining("<requiredLabels> has 'a=b'");
  }

  private static final PomRules NOTHING = new PomRules(Map.of(), List.of());

  private static Severity weight(String rule, PomRules... poms) {
    return LintSettings.options(List.of(poms)).severity(LintSettings.rule(rule));
  }

  private static PomRules weighing(String rule, String weight, String... locked) {
    return new PomRules(Map.of(rule, weight), List.of(locked));
  }

  @Test
  void aModuleCannotQuietenWhatAParentHasLocked() {
    PomRules lock = new PomRules(Map.of(), List.of("ADR0601"));
    assertThat(weight("ADR0601", lock, weighing("root-user", "off"))).isEqualTo(Severity.ERROR);
    assertThat(weight("ADR0601", NOTHING, weighing("root-user", "off"))).isEqualTo(Severity.OFF);
  }

  @Test
  void aLockHoldsTheWeightOfThePomThatLocks() {
    PomRules lock = weighing("ADR0601", "warning", "root-user");
    assertThat(weight("ADR0601", lock, weighing("ADR0601", "info"))).isEqualTo(Severity.WARNING);
    assertThat(weight("ADR0601", lock, weighing("ADR0601", "error"))).isEqualTo(Severity.ERROR);
    assertThat(weight("ADR0601", lock, weighing("ADR0601", "off", "ADR0601"), NOTHING))
        .isEqualTo(Severity.ERROR);
    assertThat(weight("ADR0601", weighing("ADR0601", "off", "ADR0601"))).isEqualTo(Severity.OFF);
  }

  @Test
  void aFamilyThatIsLeftOutRunsItsLockedRulesAllTheSame() {
    Options options =
        LintSettings.options(List.of(new PomRules(Map.of(), List.of("ADR0601")), NOTHING))
            .withFamilies(Set.of(Family.BUILDKIT));
    assertThat(options.severity(LintSettings.rule("ADR0601"))).isEqualTo(Severity.ERROR);
    assertThat(options.severity(LintSettings.rule("ADR0602"))).isEqualTo(Severity.OFF);
  }

  @Test
  void aRuleThatDoesNotExistIsAFindingAndAWeightThatDoesNotAnError() {
    assertThat(LintSettings.options(List.of(weighing("ADR0610", "off"))).settings()).hasSize(1);
    assertThatThrownBy(() -> LintSettings.options(List.of(weighing("ADR0601", "of"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<severities><ADR0601> is 'of'");
  }
}
