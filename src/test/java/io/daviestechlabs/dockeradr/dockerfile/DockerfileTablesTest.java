package io.daviestechlabs.dockeradr.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that fit on a line: {@code input | answer}. */
class DockerfileTablesTest {
  @ParameterizedTest
  @MethodSource
  void faults(String instruction, String expected) {
    Dockerfile file = parse("FROM a\n" + instruction + "\n");
    String ours =
        file.problems().stream()
            .map(p -> p.message().replace("dockerfile parse error on line 2: ", ""))
            .findFirst()
            .orElse("");

    assertThat(ours).isEqualTo(expected);
    assertThat(file.instructions()).hasSize(2);
  }

  static Stream<Object[]> faults() throws IOException {
    return rows("faults.txt");
  }

  @ParameterizedTest
  @MethodSource
  void syntax(String head, String expected) {
    String text = head.replace("\\n", "\n").replace("\\uFEFF", "\ufeff");
    Dockerfile file = parse(text);

    assertThat(file.syntax().map(d -> d.firstWord().toString()).orElse("")).isEqualTo(expected);
  }

  static Stream<Object[]> syntax() throws IOException {
    return rows("syntax.txt");
  }

  @ParameterizedTest
  @MethodSource
  void words(String word, String expected) {
    Map<String, Optional<String>> values =
        Map.of("A", Optional.of("xxyy"), "P", Optional.of("/tmp/tmp"), "E", Optional.of(""));
    Expansion expansion =
        new Word(Text.of(Source.of("word", word)), '\\').expand(new Scope(values));
    String head = "failed to process " + GoQuote.quote(word) + ": ";

    assertThat(expansion.error().map(e -> e.replace(head, "!")).orElse(expansion.value()))
        .isEqualTo(expected);
  }

  static Stream<Object[]> words() throws IOException {
    return rows("words.txt");
  }

  /** The rows of a table; its first line says what it is. */
  private static Stream<Object[]> rows(String table) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                DockerfileTablesTest.class.getResourceAsStream("/dockerfile/" + table),
                StandardCharsets.UTF_8))) {
      List<Object[]> rows =
          reader
              .lines()
              .skip(1)
              .map(line -> line.split(" ?\\|", 2))
              .map(row -> new Object[] {row[0], row[1].strip()})
              .toList();
      return rows.stream();
    }
  }

  private static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }
}
