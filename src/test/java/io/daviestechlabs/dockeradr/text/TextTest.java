package io.daviestechlabs.dockeradr.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void remembersOffsetsThroughAContinuation() {
    Source source = Source.of("Dockerfile", "RUN a \\\n  b");
    Text line =
        new Text.Builder(0)
            .append(Text.of(source, new Span(0, 6)))
            .append(Text.of(source, new Span(8, 11)))
            .build();

    assertThat(line).hasToString("RUN a   b");
    assertThat(source.position(line.from(8).span().start())).isEqualTo(new Position(2, 3));
  }

  @Test
  void anEscapedCharacterSpansItsSpelling() {
    Text text = new Text.Builder(0).append('"', 4, 6).append('x', 6, 7).build();

    assertThat(text.span()).isEqualTo(new Span(4, 7));
    assertThat(text.subSequence(0, 1).span()).isEqualTo(new Span(4, 6));
    assertThat(text.subSequence(1, 1).span()).isEqualTo(Span.at(6));
    assertThat(text.subSequence(2, 2).span()).isEqualTo(Span.at(7));
  }

  /** However a text is put together and cut, its characters stand where they stood. */
  @Property(tries = 300)
  void aPartKnowsItsPlacesAsTheWholeDoes(
      @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> gaps,
      @ForAll @IntRange(max = 30) int from,
      @ForAll @IntRange(max = 30) int to) {
    Text.Builder builder = new Text.Builder(7);
    int at = 0;
    for (int gap : gaps) {
      int start = at + gap / 2;
      at = start + 1 + (gap == 5 ? 3 : 0);
      builder.append('x', start, at);
    }
    Text whole = new Text.Builder(7).append(builder.build()).build();
    int start = Math.min(Math.min(from, to), whole.length());
    int end = Math.min(Math.max(from, to), whole.length());
    Text part = whole.subSequence(start, end);
    at = 0;
    for (int i = 0; i < gaps.size(); i++) {
      int first = at + gaps.get(i) / 2;
      at = first + 1 + (gaps.get(i) == 5 ? 3 : 0);
      assertThat(whole.span(i, i + 1)).isEqualTo(new Span(first, at));
    }
    for (int i = 0; i < part.length(); i++) {
      assertThat(part.span(i, i + 1)).isEqualTo(whole.span(start + i, start + i + 1));
    }
    assertThat(part.span()).isEqualTo(whole.span(start, end));
  }

  @Property
  void everyOffsetHasTheLineThatContainsIt(@ForAll String text) {
    Source source = Source.of("f", text);
    for (int offset = 0; offset < text.length(); offset++) {
      Span line = source.lineWithEnd(source.lineAt(offset));
      assertThat(line.contains(new Span(offset, offset + 1))).isTrue();
    }
    assertThat(source.lineCount())
        .isEqualTo((int) text.chars().filter(c -> c == '\n').count() + rest(text));
  }

  @Test
  void bytesThatAreNoUtf8ComeBackAsTheyWere() {
    byte[] bytes = {'F', (byte) 0xff, (byte) 0xc3, '\n'};
    Source source = Source.of("f", bytes);

    assertThat(source.isUtf8()).isFalse();
    assertThat(source.encode(source.text())).isEqualTo(bytes);
  }

  @Test
  void editsApplyInOrderOfPlace() {
    assertThat(
            Edit.apply(
                "ADD a b", List.of(Edit.insert(7, " c"), Edit.replace(new Span(0, 3), "COPY"))))
        .isEqualTo("COPY a b c");
  }

  /** 1 where characters follow the last line end. */
  private static int rest(String text) {
    return text.isEmpty() || text.endsWith("\n") ? 0 : 1;
  }
}
