package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/**
 * A comment line, at the top level or between the lines of a continued instruction.
 *
 * @param line number of its line, from 1
 * @param span from {@code #} to the end of the line, without the line end
 * @param indented whether white space stands before {@code #}; BuildKit then looks for no
 *     description in it
 * @param text what follows {@code #}, without white space around it
 */
public record Comment(int line, Span span, boolean indented, Text text) implements Node {
  @Override
  public List<Node> children() {
    return List.of();
  }
}
