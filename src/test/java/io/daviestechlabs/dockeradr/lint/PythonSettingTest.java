package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PythonSettingTest {
  static List<Arguments> settings() {
    return Table.rows("lint/pythons.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void theFirstPythonOfThePathIsFound(String text, String expected) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM python:3.12\n" + text + "\n"));
    Facts facts = new Facts(file, Surroundings.unknown());
    RunFacts run = facts.runs().get(facts.runs().size() - 1);
    Call pip = run.calls().stream().filter(c -> c.name().equals("pip")).findFirst().orElseThrow();
    PythonSetting setting = facts.python(run.stage());

    String found =
        setting.isConfigured(pip, run.variables(pip))
            ? "configured"
            : setting.destination(pip, run.variables(pip)).orElse("?")
                + (setting.hasUv(pip) ? " uv" : "");
    assertThat(found.strip()).isEqualTo(expected);
  }
}
