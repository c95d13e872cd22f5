package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreFileTest {
  private static IgnoreFile file(String text) {
    return IgnoreFile.parse(Source.of(".dockerignore", text));
  }

  private static List<String> globs(String text) {
    return file(text).patterns().stream()
        .map(pattern -> (pattern.exception() ? "!" : "") + pattern.glob())
        .toList();
  }

  static boolean isSent(IgnoreFile file, String path) {
    String[] names = path.split("/");
    Descent directory = file.descend();
    for (String name : Arrays.copyOf(names, names.length - 1)) {
      directory = directory.directory(name);
      if (directory.isPruned()) {
        return false;
      }
    }
    return !directory.file(names[names.length - 1]).ignored();
  }

  static Stream<String> cases() {
    try (InputStream in = IgnoreFileTest.class.getResourceAsStream("match.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matches_as_BuildKit(String line) {
    String[] cells = line.split(" \\| ");
    IgnoreFile file = file(cells[0].replace(" ", "\n"));
    assertThat(file.problems()).isEmpty();
    assertThat(file.match(cells[1]).ignored()).as("checks").isEqualTo(cells[2].equals("yes"));
    if (!cells[3].equals("-")) {
      assertThat(!isSent(file, cells[1])).as("walk").isEqualTo(cells[3].equals("yes"));
    }
  }

  @Test
  void reads_lines_as_BuildKit() {
    assertThat(
            globs("\ufeff# first\r\n  a/ \r\n\r\n/b\n #c\n!  /d/../e\n! \u00a0f\u3000\n./g//h\n"))
        .containsExactly("a", "b", "#c", "!e", "!f", "g/h");
    assertThat(globs("..\n../x\n/../y\n/\n.\n!!z"))
        .containsExactly("..", "../x", "y", "/", ".", "!!z");
    assertThat(globs("\ufeffa")).containsExactly("a");
    assertThat(
            IgnoreFile.parse(
                    Source.of(
                        "x",
                        new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', '\n', (byte) 0xff}))
                .patterns())
        .extracting(IgnorePattern::glob)
        .containsExactly("a", "\u00ff");
  }

  @Test
  void a_space_behind_the_leading_slash_survives_only_after_an_exclamation_mark() {
    assertThat(globs("/ a\n!/ a")).containsExactly("a", "! a");
  }

  @Test
  void patterns_know_where_they_stand_and_what_is_said_above_them() {
    IgnoreFile file = file("# not this\n\n# one\n#two\n  !x/ \ny");
    assertThat(file.patterns())
        .containsExactly(
            new IgnorePattern("!x/", "x", true, 5, file.patterns().get(0).span(), "one\ntwo"),
            new IgnorePattern("y", "y", false, 6, file.patterns().get(1).span(), ""));
    assertThat(file.source().slice(file.patterns().get(0).span())).isEqualTo("!x/");
    assertThat(file.comments())
        .extracting(IgnoreComment::text)
        .containsExactly("not this", "one", "two");
  }

  @Test
  void the_deciding_pattern_is_named() {
    IgnoreFile file = file("target\n*.md\n!README.md\n!target/app.jar");
    assertThat(file.match("target/x").by()).hasValue(file.patterns().get(0));
    assertThat(file.match("README.md")).isEqualTo(file.descend().file("README.md"));
    assertThat(file.match("README.md").by()).hasValue(file.patterns().get(2));
    assertThat(file.match("README.md").broughtBack()).isTrue();
    assertThat(file.match("src").by()).isEmpty();
    assertThat(file.descend().directory("target").file("x").by()).hasValue(file.patterns().get(0));
    assertThat(file.descend().directory("target").file("app.jar").by())
        .hasValue(file.patterns().get(3));
  }

  @Test
  void directories_are_pruned_where_no_exception_can_bring_anything_back() {
    assertThat(file("a\n!**/*.md").descend().directory("a").isPruned()).isFalse();
    assertThat(file("a\n!b/*.md").descend().directory("a").isPruned()).isTrue();
    assertThat(file("a\n!a/*.md").descend().directory("a").isPruned()).isFalse();
    assertThat(file("a\n!a*/b").descend().directory("a").isPruned()).isFalse();
    assertThat(file("!a/b\na").descend().directory("a").isPruned()).isTrue();
    assertThat(file("a\n!b").descend().directory("a").isPruned()).isTrue();
    assertThat(file("a\n!a/b").descend().directory("a").isPruned()).isFalse();
    assertThat(file("a\n!a/b/**").descend().directory("a").directory("b").isPruned()).isFalse();
    assertThat(file("a\n!a/b/**").descend().directory("a").directory("c").isPruned()).isTrue();
    assertThat(file("a\n!*.md").descend().directory("a").isPruned()).isTrue();
    assertThat(file("a").descend().directory("b").isPruned()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[]a]",
        "[a-]",
        "[-]",
        "a[",
        "[^",
        "[a",
        "\\",
        "a/\\",
        "[z-a]",
        "\\é",
        "\\1",
        "\\C",
        "\\xg0",
        "[[:no:]]",
        "\\p*"
      })
  void names_bad_patterns_as_BuildKit(String pattern) {
    IgnoreFile file = file("ok\n" + pattern);
    assertThat(file.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("syntax error in pattern");
              assertThat(problem.line()).isEqualTo(2);
              assertThat(file.source().slice(problem.span())).isEqualTo(pattern);
            });
    assertThat(file.match("ok").ignored()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "! ", "!/", "!/.."})
  void names_an_exception_of_nothing_as_BuildKit(String pattern) {
    assertThat(file("a\n" + pattern).transferError())
        .hasValueSatisfying(
            error ->
                assertThat(error)
                    .endsWith("]: illegal exclusion pattern: \"!\"")
                    .startsWith("invalid excludepatterns: [a !"));
  }

  @Test
  void a_line_longer_than_BuildKits_scanner_takes_is_a_problem() {
    assertThat(file("a".repeat(65_535) + "\n").problems()).isEmpty();
    assertThat(file("a".repeat(65_536)).problems())
        .extracting(IgnoreProblem::message)
        .containsExactly("bufio.Scanner: token too long");
    assertThat(file("\u00e9".repeat(32_768)).problems()).hasSize(1);
    assertThat(file("\u00e9".repeat(32_767)).problems()).isEmpty();
  }
}
