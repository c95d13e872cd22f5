package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * {@code name=value}, {@code name+=value}, {@code name[index]=value}, {@code name=(values)}.
 *
 * @param span all of it
 * @param name the variable
 * @param index what stands in the brackets, if there are any
 * @param append whether it is {@code +=}
 * @param value empty for {@code name=}; a list is a word of one {@link WordPart.ArrayLiteral}
 */
public record Assignment(
    Span span, Text name, Optional<Text> index, boolean append, Optional<ShellWord> value)
    implements Node {
  /** Whether it is the variable of a name. */
  public boolean assigns(String variable) {
    return name.is(variable);
  }

  /** The value without quotes; empty text for {@code name=}, nothing if it has an expansion. */
  public Optional<Text> literal() {
    return value.isEmpty() ? Optional.of(Text.empty(span.end())) : value.get().literal();
  }

  @Override
  public List<ShellWord> children() {
    return value.stream().toList();
  }
}
