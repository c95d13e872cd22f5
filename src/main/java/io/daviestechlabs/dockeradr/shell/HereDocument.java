package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/**
 * The lines that a here-document feeds to a command.
 *
 * @param span its lines, the delimiter's line not included
 * @param text the lines, without leading tabs if it was opened by {@code <<-}
 * @param quoted whether the delimiter was quoted, so that nothing is expanded
 * @param parts literals and expansions; one literal where it is quoted
 */
public record HereDocument(Span span, Text text, boolean quoted, List<WordPart> parts)
    implements Node {
  @Override
  public List<WordPart> children() {
    return parts;
  }
}
