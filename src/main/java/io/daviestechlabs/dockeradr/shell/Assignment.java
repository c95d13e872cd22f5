package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * {@code NAME=value} before a command, or on its own.
 *
 * @param span all of it
 * @param name without index and operator
 * @param value what follows the equals sign; absent for an array
 * @param elements the elements of an array
 */
public record Assignment(Span span, Text name, Optional<ShellWord> value, List<ShellWord> elements)
    implements Node {
  @Override
  public List<ShellWord> children() {
    return value.map(List::of).orElse(elements);
  }
}
