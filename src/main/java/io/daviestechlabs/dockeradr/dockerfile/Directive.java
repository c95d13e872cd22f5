package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/**
 * A parser directive at the head of the file: {@code # syntax=…}, {@code # escape=…} or {@code #
 * check=…}.
 *
 * @param line number of its line, from 1
 * @param span the line without its end
 * @param name its name as written; BuildKit compares it without regard to case
 * @param value what follows the equals sign, without white space around it
 */
public record Directive(int line, Span span, Text name, Text value) implements Node {
  /** The name in lower case. */
  public String key() {
    return Names.lower(name);
  }

  /** The value up to the first space: the image of a syntax directive. */
  public Text firstWord() {
    int space = value.indexOf(' ', 0);
    return space < 0 ? value : value.subSequence(0, space);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }
}
