package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private final CollectedConsole console = new CollectedConsole(false);

  private void explain(Optional<String> rule, Map<String, String> severities) {
    new Explain(
            rule.map(LintSettings::rule),
            LintSettings.options(List.of(new PomRules(severities, List.of()))),
            console)
        .run();
  }

  @Test
  void aPageHasItsExamplesAndWhatToDo() {
    explain(Optional.of("copy-from-without-link"), Map.of());
    assertThat(console.infos)
        .contains(
            "ADR0804 copy-from-without-link",
            "COPY --from could have --link",
            "severity  warning",
            "decision  ADR-0014 §8",
            "fix       safe: mvn docker-adr:fix -Ddocker-adr.rules=ADR0804",
            "suppress  # docker-adr ignore=ADR0804 reason=\"…\" in the line above",
            "reported:",
            "    COPY --from=rocm-source /opt/rocm /opt/rocm",
            "what lint says:",
            "what fix makes of it:",
            "    +COPY --link --from=rocm-source /opt/rocm /opt/rocm",
            "fine:")
        .noneMatch(line -> line.contains("```"))
        .noneMatch(line -> line.contains("<!--"));
  }

  @Test
  void everyPageFits() {
    Rules.ALL.forEach(rule -> explain(Optional.of(rule.id()), Map.of()));
    assertThat(console.infos.stream().filter(line -> !line.startsWith("    ")))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(93));
  }

  @Test
  void theTableShowsTheWeightsOfTheProject() {
    explain(Optional.empty(), Map.of("ADR0804", "off"));
    assertThat(console.infos)
        .anyMatch(line -> line.matches("ADR0804 .*off \\(by itself warning\\) +safe .*"))
        .anyMatch(line -> line.matches("ADR0501 .* error .*"));
  }

  @Test
  void anUnknownRuleSaysWhatIsNearest() {
    assertThatThrownBy(() -> explain(Optional.of("ADR0814"), Map.of()))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.remedy()).isEqualTo("Did you mean ADR0804?"));
  }
}
