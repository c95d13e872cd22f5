package io.daviestechlabs.dockeradr.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementTest {
  static List<Arguments> requirements() {
    return Table.rows("python/requirements.txt").stream()
        .map(
            row ->
                Arguments.of(
                    row.get()[0],
                    row.get()[1],
                    row.get()[2],
                    row.get().length > 3 ? row.get()[3] : ""))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requirements")
  void isReadByPep508(String input, String parts, String bounds, String fault) {
    Requirement requirement = Requirement.parse(text(input));

    assertThat(describe(requirement)).isEqualTo(parts);
    assertThat(bounds(requirement)).isEqualTo(bounds);
    assertThat(requirement.fault().orElse("")).isEqualTo(fault);
  }

  @Test
  void linesOfAFileMayHaveCommentsAndHashes() {
    assertThat(Requirement.ofLine(text("  # note"))).isEmpty();
    assertThat(Requirement.ofLine(text(""))).isEmpty();
    assertThat(Requirement.ofLine(text("-r other.txt"))).isEmpty();
    assertThat(Requirement.ofLine(text("foo # note")).orElseThrow()).hasToString("foo");
    Requirement hashed =
        Requirement.ofLine(text("foo --hash=sha256:a --hash=sha256:b")).orElseThrow();
    assertThat(hashed.hasLowerBound() && hashed.hasUpperBound()).isTrue();
    assertThat(
            Requirement.ofLine(text("a @ https://x/#egg=a"))
                .orElseThrow()
                .url()
                .map(Text::toString))
        .contains("https://x/#egg=a");
  }

  @Test
  void namesAreComparedAsIndexesDo() {
    assertThat(Requirement.parse(text("Foo.Bar__baz")).normalizedName()).isEqualTo("foo-bar-baz");
  }

  @Test
  void boundsKnowTheirPlace() {
    Requirement requirement = Requirement.parse(text("foo >= 1.0,<2"));

    assertThat(requirement.specifiers()).extracting(s -> s.span().start()).containsExactly(4, 11);
  }

  @Property
  void neverThrows(
      @ForAll
          @Chars({
            'a', '1', '.', '[', ']', ',', '=', '<', '>', '~', '!', '@', ';', '(', ')', ' ', '$',
            '/', '#', '-'
          })
          String input) {
    Requirement requirement = Requirement.parse(text(input));

    assertThat(
            requirement.fault().isPresent()
                || requirement.isDirect()
                || !requirement.name().isEmpty())
        .isTrue();
    Requirement.ofLine(text(input));
  }

  private static Text text(String input) {
    return Text.of(Source.of("requirements.txt", input));
  }

  private static String describe(Requirement requirement) {
    StringBuilder out = new StringBuilder(requirement.name());
    if (!requirement.extras().isEmpty()) {
      out.append('[').append(String.join(",", requirement.extras())).append(']');
    }
    requirement.specifiers().forEach(s -> out.append(' ').append(s.operator()).append(s.version()));
    requirement.url().ifPresent(u -> out.append(" @ ").append(u));
    requirement.marker().ifPresent(m -> out.append(" ; ").append(m));
    return out.toString().strip();
  }

  private static String bounds(Requirement requirement) {
    if (requirement.hasLowerBound()) {
      return requirement.hasUpperBound() ? "both" : "lower";
    }
    return requirement.hasUpperBound() ? "upper" : "none";
  }
}
