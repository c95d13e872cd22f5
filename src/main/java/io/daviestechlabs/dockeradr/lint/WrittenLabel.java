package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Optional;

/**
 * A label as a LABEL writes it.
 *
 * @param stage where it stands
 * @param label the instruction
 * @param pair as written
 * @param key with its variables replaced
 */
public record WrittenLabel(Stage stage, Label label, Pair pair, String key) {
  /** The value, if there is no variable in it. */
  public Optional<String> literal() {
    return pair.value().flatMap(Word::literal).map(Text::toString);
  }

  /** Takes it out of its LABEL; empty where it is the only one there, or comments stand between. */
  public Optional<Edit> removal(Source source) {
    int index = label.pairs().indexOf(pair);
    boolean first = index == 0;
    int neighbour = first ? 1 : index - 1;
    if (neighbour >= label.pairs().size()) {
      return Optional.empty();
    }
    Span own = pair.span();
    Span other = label.pairs().get(neighbour).span();
    Span between = first ? new Span(own.end(), other.start()) : new Span(other.end(), own.start());
    boolean blank = source.slice(between).replace(pair.key().escape(), ' ').isBlank();
    return blank ? Optional.of(Edit.delete(own.to(between))) : Optional.empty();
  }
}
