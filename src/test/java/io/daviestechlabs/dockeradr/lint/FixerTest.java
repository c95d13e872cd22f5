package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FixerTest {
  private static final Set<Fix.Safety> SAFE = Set.of(Fix.Safety.SAFE);

  private static final class Letters implements Rule {
    private final String id;

    Letters(String id) {
      this.id = id;
    }

    @Override
    public Meta meta() {
      return Meta.of(Severity.ERROR, "a letter");
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public void check(Pass pass) {}
  }

  /** Finds each of one letter and replaces it. */
  private static List<Finding> find(
      Source source, String id, String letter, UnaryOperator<String> replacement) {
    List<Finding> found = new ArrayList<>();
    String text = source.text();
    for (int i = text.indexOf(letter); i >= 0; i = text.indexOf(letter, i + 1)) {
      Span span = new Span(i, i + letter.length());
      String other = replacement.apply(letter);
      Optional<Fix> fix =
          other.equals(letter)
              ? Optional.empty()
              : Optional.of(Fix.safe("replace", Edit.replace(span, other)));
      found.add(new Finding(new Letters(id), Severity.ERROR, source, span, "found", "", fix));
    }
    return found;
  }

  private static List<Finding> lint(Source source) {
    List<Finding> all = new ArrayList<>(find(source, "A", "a", a -> "xx"));
    all.addAll(find(source, "B", "b", b -> "c"));
    all.addAll(find(source, "C", "c", c -> "dd"));
    all.addAll(find(source, "E", "e", e -> "f"));
    all.addAll(find(source, "F", "f", f -> f));
    all.sort(Finding.ORDER);
    return all;
  }

  private static Fixer.Fixed fix(String text) {
    return Fixer.fix(Source.of("file", text), FixerTest::lint, SAFE);
  }

  @Test
  void whatAFixBringsIsFixedToo() {
    Fixer.Fixed fixed = fix("a b");
    assertThat(fixed.source().text()).isEqualTo("xx dd");
    assertThat(fixed.applied()).extracting(f -> f.rule().id()).containsExactly("A", "B", "C");
    assertThat(fixed.takenBack()).isEmpty();
  }

  @Test
  void aFixThatAddsAFindingIsTakenBackAndTheOthersStay() {
    Fixer.Fixed fixed = fix("a e a a e b a");
    assertThat(fixed.source().text()).isEqualTo("xx e xx xx e dd xx");
    assertThat(fixed.takenBack()).hasSize(2);
    assertThat(fixed.takenBack().get(0).finding().span()).isEqualTo(new Span(2, 3));
    assertThat(fixed.takenBack().get(0).added()).containsExactly("F");
  }

  @Test
  void whatIsNotWantedStaysUnlessAFixBringsIt() {
    Fixer.Fixed fixed =
        Fixer.fix(
            Source.of("file", "a b c"), FixerTest::lint, SAFE, f -> f.rule().id().equals("B"));
    assertThat(fixed.source().text()).isEqualTo("a dd c");
  }

  @Test
  void fixesThatUndoEachOtherAreNamed() {
    Fixer.Fixed fixed =
        Fixer.fix(
            Source.of("file", "a"),
            source -> {
              List<Finding> all = find(source, "A", "a", a -> "b");
              all.addAll(find(source, "B", "b", b -> "a"));
              return all;
            },
            SAFE);
    assertThat(fixed.restless()).isEqualTo(Set.of("A"));
  }

  @Test
  void findingsInOtherFilesAreNotFixedHere() {
    Source other = Source.of("other", "a");
    Fixer.Fixed fixed = Fixer.fix(Source.of("file", "a"), source -> lint(other), SAFE);
    assertThat(fixed.applied()).isEmpty();
  }
}
