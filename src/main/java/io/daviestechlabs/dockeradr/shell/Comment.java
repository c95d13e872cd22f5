package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;

/**
 * {@code # to the end of the line}.
 *
 * @param text from the {@code #} on
 */
public record Comment(Text text) {
  /** Where it stands. */
  public Span span() {
    return text.span();
  }
}
