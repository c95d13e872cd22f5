package io.daviestechlabs.dockeradr.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTest {
  static List<Arguments> trees() {
    return Table.rows("shell/trees.txt");
  }

  static List<Arguments> problems() {
    return Table.rows("shell/problems.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trees")
  void readsIntoATree(String input, String tree) {
    Script script = parse(input, Dialect.BASH);

    assertThat(Dump.of(script)).isEqualTo(tree);
    assertThat(script.problems()).isEmpty();
    assertNested(script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void saysWhatIsWrongAndKeepsTheRest(String input, String problems, String tree) {
    Script script = parse(input, Dialect.POSIX);

    assertThat(
            script.problems().stream().map(p -> place(input, p)).collect(Collectors.joining("; ")))
        .isEqualTo(problems);
    assertThat(Dump.of(script)).isEqualTo(tree);
    assertNested(script);
  }

  @Test
  void theTreesHaveEveryKindOfNode() {
    Set<Class<?>> seen = new HashSet<>();
    for (Arguments row : trees()) {
      parse((String) row.get()[0], Dialect.BASH).walk().map(Object::getClass).forEach(seen::add);
    }

    assertThat(seen).containsAll(leaves(Node.class));
  }

  @Test
  void deepNestingIsAProblemAndNoOverflow() {
    for (String opener :
        List.of("(", "{ ", "$(", "\"$(", "${x:-", "if ", "a() ", "coproc ", "$((", "[[ (")) {
      Script script = parse(opener.repeat(100_000), Dialect.BASH);
      assertThat(script.problems()).as(opener).isNotEmpty();
      assertThat(script.walk().count()).isPositive();
    }
    assertThat(parse("( ".repeat(90) + "a" + ")".repeat(90), Dialect.BASH).problems()).isEmpty();
    assertThat(parse("( ".repeat(110) + "a" + ")".repeat(110), Dialect.BASH).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.DEPTH);
  }

  /** What takes quadratic time takes hours here. */
  @Test
  void aMegabyteOfAnythingIsRead() {
    List<String> units =
        List.of(
            "a && ",
            "a$(b) ",
            "[a",
            "<<E ",
            "<<E\nx\nE\n",
            "$((a) ",
            "`a` ",
            "a[",
            "{a}>",
            "\"a",
            "@(");
    for (String unit : units) {
      Script script = parse(unit.repeat(1_000_000 / unit.length()), Dialect.BASH);
      assertThat(script.walk().count()).as(unit).isPositive();
      assertThat(script.calls().limit(1000).flatMap(c -> c.removal().stream()))
          .as(unit)
          .allMatch(script.span()::contains);
    }
  }

  @Test
  void aShellThatIsNotReadClaimsNothing() {
    Script script = parse("if ($x) { rm -rf \"", Dialect.of(List.of("pwsh.exe", "-c")));

    assertThat(script.isOpaque()).isTrue();
    assertThat(script.problems()).isEmpty();
    assertThat(script.body().chains()).isEmpty();
  }

  @Property
  void neverThrowsAndNests(@ForAll("scripts") String input) {
    for (Dialect dialect : Dialect.values()) {
      Script script = parse(input, dialect);
      assertNested(script);
      for (Problem problem : script.problems()) {
        assertThat(script.span().contains(problem.span())).isTrue();
      }
    }
  }

  /** Shell is seldom met by chance: its tokens in any order are. */
  @Provide
  Arbitrary<String> scripts() {
    Arbitrary<String> tokens =
        Arbitraries.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "in",
            "do",
            "done",
            "while",
            "case",
            "esac",
            "select",
            "function",
            "coproc",
            "time",
            "{",
            "}",
            "(",
            ")",
            "((",
            "))",
            "[[",
            "]]",
            "$(",
            "$((",
            "${",
            "}",
            "<(",
            "`",
            "\"",
            "'",
            "$'",
            "\\",
            "\\\n",
            "\n",
            "\r\n",
            "\t",
            " ",
            " ",
            ";",
            ";;",
            ";&",
            "&",
            "&&",
            "|",
            "||",
            "|&",
            "!",
            "<",
            ">",
            ">>",
            "<<EOF",
            "<<-'X'",
            "<<<",
            "EOF\n",
            "X",
            "&>",
            "2>&1",
            "{a}>",
            "a",
            "b=",
            "c+=",
            "d[1]=",
            "#",
            "x",
            "$x",
            ":-",
            "%",
            "/",
            "*",
            "?",
            "[",
            "]",
            "@(",
            "=~",
            "\0",
            "é");
    return Arbitraries.oneOf(
        tokens.list().ofMaxSize(30).map(words -> String.join("", words)),
        tokens.list().ofMaxSize(30).map(words -> String.join(" ", words)),
        Arbitraries.strings().ofMaxLength(40));
  }

  private static void assertNested(Script script) {
    script
        .walk()
        .forEach(
            node -> {
              int from = node.span().start();
              for (Node child : node.children()) {
                if (!(child instanceof HereDocument)) {
                  assertThat(node.span().contains(child.span()))
                      .as("%s in %s of %s", child, node, script.text())
                      .isTrue();
                  assertThat(child.span().start())
                      .as("%s", script.text())
                      .isGreaterThanOrEqualTo(from);
                  from = child.span().end();
                }
              }
            });
  }

  private static Set<Class<?>> leaves(Class<?> type) {
    if (!type.isSealed()) {
      return Set.of(type);
    }
    Set<Class<?>> all = new HashSet<>();
    for (Class<?> sub : type.getPermittedSubclasses()) {
      all.addAll(leaves(sub));
    }
    return all;
  }

  private static String place(String input, Problem problem) {
    Span span = problem.span();
    return "%s %d-%d: %s".formatted(problem.kind(), span.start(), span.end(), problem.message());
  }

  private static Script parse(String input, Dialect dialect) {
    return Script.parse(Text.of(Source.of("Dockerfile", input)), dialect);
  }
}
