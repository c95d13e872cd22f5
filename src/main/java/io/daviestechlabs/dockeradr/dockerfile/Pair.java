package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A name with a value, as ENV, LABEL and ARG have them.
 *
 * @param key the name, quotes and all
 * @param value the value, quotes and all; absent in {@code ARG name}
 * @param legacy whether a space stands where the equals sign should: {@code ENV name value}
 */
public record Pair(Word key, Optional<Word> value, boolean legacy) implements Node {
  /** The key without quotes, empty if it has a variable in it. */
  public String name() {
    Optional<Text> literal = key.literal();
    return literal.isPresent() ? literal.get().toString() : "";
  }

  @Override
  public Span span() {
    return value.map(v -> key.span().to(v.span())).orElse(key.span());
  }

  @Override
  public List<Word> children() {
    return value.map(v -> List.of(key, v)).orElse(List.of(key));
  }
}
