package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;

/**
 * A command up to {@code ;}, {@code &} or the end of its line.
 *
 * @param span without the separator
 * @param command what is run
 * @param background whether {@code &} follows
 */
public record Statement(Span span, Command command, boolean background) implements Node {
  @Override
  public List<Command> children() {
    return List.of(command);
  }
}
