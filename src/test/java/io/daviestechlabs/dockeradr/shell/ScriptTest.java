package io.daviestechlabs.dockeradr.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScriptTest {
  @TestFactory
  Stream<DynamicTest> calls() {
    return table("calls.txt")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0], () -> assertThat(callsOf(parse(row[0]))).isEqualTo(row[1])));
  }

  @TestFactory
  Stream<DynamicTest> problems() {
    return table("problems.txt")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0], () -> assertThat(problemOf(parse(row[0]))).isEqualTo(row[1])));
  }

  @Test
  void aScriptWithinQuotesKnowsItsPlace() {
    Call pip = parse("sh -c \"echo a && pip install x\"").calls().toList().get(2);

    assertThat(pip.name()).isEqualTo("pip");
    assertThat(pip.program().span().start()).isEqualTo(17);
  }

  @Test
  void aHereDocumentOfTheScriptIsNoCommand() {
    Script script = parse("cat <<EOF > f\npip install x\nEOF\nb");

    assertThat(callsOf(script)).isEqualTo("cat() ; b()");
  }

  @Test
  void otherLanguagesAreLeftAlone() {
    Script script = Script.parse(text("if ($x) { pip install }"), Dialect.POWERSHELL);

    assertThat(script.calls()).isEmpty();
    assertThat(script.problems()).isEmpty();
  }

  @Test
  void deepNestingIsAProblemAndNoOverflow() {
    for (String open : List.of("(", "$(", "{ ", "if ", "\"$(", "${a:-", "f() ")) {
      assertThat(parse(open.repeat(100_000)).problems()).as(open).isNotEmpty();
    }
  }

  @Property
  void neverThrowsAndSpansNest(@ForAll("scripts") String script) {
    for (Dialect dialect : Dialect.values()) {
      Script parsed = Script.parse(text(script), dialect);
      parsed
          .calls()
          .forEach(call -> assertThat(call.span().end()).isLessThanOrEqualTo(script.length()));
      parsed.statements().forEach(ScriptTest::assertNested);
    }
  }

  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.of(
            "a", " ", "\n", "'", "\"", "$", "(", ")", "{", "}", "`", "\\", ";", "&", "|", "<", ">",
            "if ", "then ", "fi", "for ", "in ", "do ", "done", "case ", "esac", "#", "=", "[[",
            "]]", "EOF", "!", "1", "x=")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static void assertNested(Node node) {
    for (Node child : node.children()) {
      assertThat(node.span().contains(child.span())).as("%s in %s", child, node).isTrue();
      assertNested(child);
    }
  }

  private static Script parse(String script) {
    return Script.parse(text(script), Dialect.POSIX);
  }

  private static Text text(String script) {
    return Text.of(Source.of("script", script));
  }

  private static String callsOf(Script script) {
    return script
        .calls()
        .map(
            call ->
                call.args().stream()
                    .map(ShellWord::value)
                    .collect(Collectors.joining(",", call.name() + "(", ")")))
        .collect(Collectors.joining(" ; "));
  }

  private static String problemOf(Script script) {
    return script.problems().stream()
        .map(p -> p.message() + " @" + (p.span().start() + 1))
        .collect(Collectors.joining());
  }

  private static Stream<String[]> table(String name) {
    try (InputStream in = ScriptTest.class.getResourceAsStream("/shell/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(
              line ->
                  new String[] {before(line), line.substring(before(line).length() + 3).strip()});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What stands before the last arrow of a line. */
  private static String before(String line) {
    return line.substring(0, line.lastIndexOf(" =>")).stripTrailing();
  }
}
