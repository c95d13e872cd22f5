package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code [name=value...] [word...] [redirect...]}.
 *
 * @param span from the first of them to the last
 * @param assignments before the first word
 * @param words the command's name and its arguments; none for mere assignments
 * @param redirects wherever they stand
 */
public record SimpleCommand(
    Span span, List<Assignment> assignments, List<ShellWord> words, List<Redirect> redirects)
    implements Command {
  @Override
  public List<? extends Node> children() {
    if (assignments.isEmpty() && redirects.isEmpty()) {
      return words;
    }
    List<Node> all = new ArrayList<>(assignments);
    all.addAll(words);
    if (!redirects.isEmpty()) {
      all.addAll(redirects);
      all.sort(Comparator.comparingInt(n -> n.span().start()));
    }
    return all;
  }
}
