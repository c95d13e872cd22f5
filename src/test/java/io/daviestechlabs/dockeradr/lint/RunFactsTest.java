package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunFactsTest {
  static List<Arguments> accounts() {
    return Table.rows("lint/accounts.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accounts")
  void theCallKnowsWhoRunsItAndWhere(String text, String account, String home, String directory) {
    Facts facts =
        new Facts(Dockerfile.parse(Source.of("Dockerfile", text + "\n")), Surroundings.unknown());
    RunFacts run = facts.runs().get(facts.runs().size() - 1);
    Call call = run.calls().stream().filter(c -> c.name().equals("x")).findFirst().orElseThrow();

    Account caller = run.account(call);
    assertThat(text(caller.uid()) + ":" + text(caller.gid())).isEqualTo(account);
    assertThat(text(run.variables(call).value("HOME"))).isEqualTo(home);
    assertThat(text(run.directory(call))).isEqualTo(directory);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("?");
  }
}
