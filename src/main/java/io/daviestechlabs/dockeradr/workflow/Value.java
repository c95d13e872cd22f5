package io.daviestechlabs.dockeradr.workflow;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/**
 * A scalar of a YAML file.
 *
 * @param span with its quotes or block header
 * @param lines its lines, each where it stands; one for a plain or quoted scalar, and for what is
 *     folded
 */
public record Value(Span span, List<Text> lines) {
  /** Lines with a line feed between them. */
  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
