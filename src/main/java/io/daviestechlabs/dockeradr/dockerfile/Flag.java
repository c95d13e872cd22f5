package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A flag of an instruction, known to BuildKit or not: {@code --name} or {@code --name=value}.
 *
 * @param text the whole flag after its quotes and backslashes were resolved
 * @param span the whole flag as spelled
 * @param name what stands between {@code --} and {@code =}
 * @param value what follows {@code =}; absent without one
 */
public record Flag(Text text, Span span, Text name, Optional<Word> value) implements Node {
  /** Whether it has this name; BuildKit minds the case. */
  public boolean is(String other) {
    return name.is(other);
  }

  @Override
  public List<Word> children() {
    return value.map(List::of).orElse(List.of());
  }
}
