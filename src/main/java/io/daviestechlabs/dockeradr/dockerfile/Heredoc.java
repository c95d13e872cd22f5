package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A here-document of RUN, COPY or ADD.
 *
 * @param opener the {@code <<NAME} word as written
 * @param name its terminator, without quotes
 * @param expand whether variables in the content are expanded: no part of the name is quoted
 * @param chomp whether it was opened by {@code <<-}, so that leading tabs go
 * @param fd file descriptor before {@code <<}, 0 without one
 * @param content its lines with their ends, tabs still there
 * @param span the content and the terminator's line, with its end
 */
public record Heredoc(
    Text opener, Text name, boolean expand, boolean chomp, long fd, Text content, Span span)
    implements Node {
  /** The content as the program sees it: leading tabs are gone if it was opened by {@code <<-}. */
  public Text chomped() {
    if (!chomp) {
      return content;
    }
    Text.Builder out = new Text.Builder(content.span().start());
    int i = 0;
    while (i < content.length()) {
      while (i < content.length() && content.charAt(i) == '\t') {
        i++;
      }
      int end = content.indexOf('\n', i);
      end = end < 0 ? content.length() : end + 1;
      out.append(content.subSequence(i, end));
      i = end;
    }
    return out.build();
  }

  /** Why BuildKit cannot expand the variables in the content. */
  public Optional<String> failure() {
    if (!expand || content.indexOf('$', 0) < 0) {
      return Optional.empty();
    }
    Text text = chomped();
    return Words.parse(text, '\\', false)
        .fault()
        .map(fault -> "failed to process " + GoQuote.quote(text.toString()) + ": " + fault);
  }

  /** The variables that are expanded in the content, in order. */
  public Stream<Part.Variable> variables() {
    if (!expand || content.indexOf('$', 0) < 0) {
      return Stream.empty();
    }
    return Words.parse(chomped(), '\\', false).parts().stream()
        .flatMap(Node::walk)
        .filter(Part.Variable.class::isInstance)
        .map(Part.Variable.class::cast);
  }

  /** The same with its content, once that is read. */
  Heredoc withContent(Text lines, Span where) {
    return new Heredoc(opener, name, expand, chomp, fd, lines, where);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }
}
