package io.daviestechlabs.dockeradr.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallTest {
  static List<Arguments> calls() {
    return Table.rows("shell/calls.txt");
  }

  static List<Arguments> removals() {
    return Table.rows("shell/removals.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void areFoundInTheOrderInWhichTheyRun(String script, String expected) {
    assertThat(describe(Script.parse(text(script), Dialect.BASH).calls())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("removals")
  void areRemovedWhereNothingElseChanges(String script, String expected) {
    String left =
        call(script, "rm")
            .removal()
            .map(s -> Edit.apply(script, List.of(Edit.delete(s))))
            .orElse("kept");

    assertThat(left.strip()).isEqualTo(expected.strip());
    assertThat(Script.parse(text(left), Dialect.BASH).problems()).isEmpty();
  }

  @Test
  void aScriptWithinQuotesKnowsItsPlace() {
    Call pip = call("sh -c \"echo a && pip install x\"", "pip");

    assertThat(pip.nameSpan().start()).isEqualTo(17);
    assertThat(pip.isInString()).isTrue();
    assertThat(pip.hosts().map(Call::name)).containsExactly("sh");
  }

  @Test
  void execFormIsReadWithoutAShellUnlessItCallsOne() {
    assertThat(describe(exec("apt-get", "install", "a && b"))).isEqualTo("apt-get(install,a && b)");
    assertThat(describe(exec("/bin/bash", "-o", "pipefail", "-c", "a && b c")))
        .isEqualTo("bash(-o,pipefail,-c,a && b c) ; a() ; b(c)");
    assertThat(exec()).isEmpty();
  }

  @Test
  void flagsAreFoundAloneBundledAndWithAValue() {
    Call call = call("apt-get install -qy --no-install-recommends -t=stable -- -z x", "apt-get");

    assertThat(call.hasFlag("-y", "--yes")).isTrue();
    assertThat(call.hasFlag("-q")).isTrue();
    assertThat(call.hasFlag("--no-install-recommends")).isTrue();
    assertThat(call.hasFlag("-n")).isFalse();
    assertThat(call.hasFlag("-z")).isFalse();
    assertThat(call.flags())
        .extracting(Flag::name)
        .containsExactly("-q", "-y", "--no-install-recommends", "-t");
  }

  @Test
  void valuesAreAttachedOrTheNextWord() {
    for (String flag :
        List.of(
            "-t stable",
            "-tstable",
            "-qt stable",
            "-qtstable",
            "--target-release=stable",
            "--target-release stable",
            "-t \"stable\"",
            "--target-release='stable'",
            "\"--target-release=stable\"",
            "-t=stable")) {
      Call call = call("apt-get install " + flag + " curl", "apt-get");

      assertThat(call.value("-t", "--target-release").map(ShellWord::value))
          .as(flag)
          .contains("stable");
      assertThat(call.operands("-t", "--target-release"))
          .as(flag)
          .extracting(ShellWord::value)
          .containsExactly("install", "curl");
    }
    assertThat(call("apt-get -t", "apt-get").value("-t")).isEmpty();
  }

  @Test
  void aValueWithAnExpansionIsAWordOfItsOwn() {
    Call call = call("uv pip install --cache-dir=\"$HOME/c\" --index-url=$URL", "uv");
    ShellWord value = call.value("--cache-dir").orElseThrow();

    assertThat(value.literal()).isEmpty();
    assertThat(value).hasToString("\"$HOME/c\"");
    assertThat(call.value("--index-url").orElseThrow()).hasToString("$URL");
  }

  @Test
  void variablesAreThoseOfTheShellAndOfEnv() {
    Call call = call("A=1 sudo B=2 env -i C='x y' D= pip install", "pip");

    assertThat(call.assignments())
        .extracting(a -> a.name().toString())
        .containsExactly("A", "C", "D");
    assertThat(call.variable("C").map(ShellWord::value)).contains("x y");
    assertThat(call.variable("B")).isEmpty();
  }

  @Test
  void contextIsThatOfAllLevels() {
    assertThat(call("a || { b && rm x; }", "rm").behindOr()).isTrue();
    assertThat(call("a && rm x", "rm").behindOr()).isFalse();
    assertThat(call("if (rm x); then a; fi", "rm").inCondition()).isTrue();
    assertThat(call("rm x || a", "rm").inCondition()).isTrue();
    assertThat(call("while a; do rm x; done", "rm").isConditional()).isTrue();
    assertThat(call("while rm x; do a; done", "rm").inCondition()).isTrue();
    assertThat(call("until a; do b; done; rm x", "rm").isConditional()).isFalse();
    assertThat(call("case x in a) rm x;; esac", "rm").isConditional()).isTrue();
    assertThat(call("f() { rm x; }", "rm").isConditional()).isTrue();
  }

  @Test
  void whatComesThroughAPipeIsKnown() {
    assertThat(describe(call("curl u | sh", "sh").pipedFrom().stream())).isEqualTo("curl(u)");
    assertThat(describe(call("a | (curl u) | { sudo bash -s; }", "bash").pipedFrom().stream()))
        .isEqualTo("curl(u)");
    assertThat(describe(call("a | b $(sh)", "sh").pipedFrom().stream())).isEqualTo("a()");
    assertThat(call("curl u; sh", "sh").pipedFrom()).isEmpty();
    assertThat(call("curl u | sh", "curl").isPipedOn()).isTrue();
  }

  @Test
  void editsPutFlagsWhereTheyBelong() {
    String script = "apt-get install \\\n  --no-x   curl";
    Call call = call(script, "apt-get");

    assertThat(Edit.apply(script, List.of(call.insertAfter(call.args().get(0), "-y"))))
        .isEqualTo("apt-get install -y \\\n  --no-x   curl");
    assertThat(Edit.apply(script, List.of(call.insertAfterName("-q"), call.append("wget"))))
        .isEqualTo("apt-get -q install \\\n  --no-x   curl wget");
    assertThat(Edit.apply(script, List.of(call.remove(call.args().get(1)))))
        .isEqualTo("apt-get install   curl");
  }

  @Test
  void hostileNestingOfScriptsIsBounded() {
    String script = "eval ".repeat(100_000) + "a";
    assertThat(Script.parse(text(script), Dialect.BASH).calls()).hasSize(1);
    assertThat(Script.parse(text("sudo ".repeat(100_000)), Dialect.BASH).calls()).hasSize(16);
    assertThat(Script.parse(text("eval 'eval \"eval a\"'"), Dialect.BASH).calls()).hasSize(4);
  }

  @Test
  void operandsMayBeSetApartByTheFlagsThatTakeAValue() {
    Call call = call("curl -fsSL -o f -H 'a: b' u -- -x", "curl");

    assertThat(call.operands(Set.of("-o", "-H")))
        .extracting(ShellWord::value)
        .containsExactly("u", "-x");
    assertThat(call.arguments(Set.of("-o")).flag("-o").flatMap(Flag::value).map(ShellWord::value))
        .contains("f");
  }

  private static Call call(String script, String name) {
    Optional<Call> found =
        Script.parse(text(script), Dialect.BASH)
            .calls()
            .filter(c -> c.name().equals(name))
            .findFirst();
    return found.orElseThrow();
  }

  private static Stream<Call> exec(String... words) {
    return Call.ofExec(Stream.of(words).map(CallTest::text).toList());
  }

  private static Text text(String script) {
    return Text.of(Source.of("script", script));
  }

  private static String describe(Stream<Call> calls) {
    return calls
        .map(
            call ->
                call.args().stream()
                    .map(ShellWord::value)
                    .collect(Collectors.joining(",", call.name() + "(", ")")))
        .collect(Collectors.joining(" ; "));
  }
}
