package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** None of this may take long; what would backtrack would not end at all. */
class HostileIgnoreFileTest {
  private static final String LONG_PATH = "a/".repeat(2_000) + "b";

  private static IgnoreFile file(String text) {
    return IgnoreFile.parse(Source.of(".dockerignore", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "*a*", "**", "**/", "**/a", "a**", "?*", "[a]*", "*[^b]", "a/", "[[:", "\\*"})
  void a_long_pattern_is_compared_in_bounded_time(String part) {
    String pattern = part.repeat(65_000 / part.length());
    for (String end : List.of("", "c", "]")) {
      IgnoreFile file = file(pattern + end);
      file.match(LONG_PATH);
      file.sends(LONG_PATH);
      file.match("a".repeat(4_000));
      CopySources.unreachable(LONG_PATH, file);
      assertThat(file.patterns().size() + file.problems().size()).isEqualTo(1);
    }
  }

  @Test
  void many_patterns() {
    String text =
        IntStream.range(0, 100_000)
            .mapToObj(i -> i % 2 == 0 ? "**/f" + i : "!d" + i + "/f")
            .collect(Collectors.joining("\n"));
    IgnoreFile file = file(text);
    Descent directory = file.descend().directory("x");
    int ignored = 0;
    for (int i = 0; i < 100_000; i++) {
      ignored += directory.file("f" + i).ignored() ? 1 : 0;
    }
    assertThat(ignored).isEqualTo(50_000);
    assertThat(file.match("x/f2").ignored()).isTrue();
  }

  @Test
  void long_sources_and_paths() {
    String source = "a/*".repeat(400_000);
    IgnoreFile file = file("*\n!**/b*\n" + "a/**/".repeat(10_000));
    assertThat(CopySources.unreachable(source, file)).isEmpty();
    assertThat(CopySources.reportedByBuildKit(source, file("*"))).isEmpty();
    assertThat(SecretFiles.of(source + "/.env")).isEmpty();
    IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, "", List.of(source)));
  }

  @Test
  void many_sources() {
    List<String> sources = IntStream.range(0, 3_000).mapToObj(i -> "d" + i + "/*.md").toList();
    assertThat(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, "", sources))
                .unreachable())
        .isEmpty();
  }

  @Test
  void binary_content() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append((char) (i * 7919 % 0x3000));
    }
    assertThat(file(text.toString()).source().text()).hasSize(200_000);
    assertThat(file("\0\n\ud83d\n!\udc00").patterns()).hasSize(3);
    assertThat(file("\ud83d*").match("\ud83dx").ignored()).isTrue();
  }
}
