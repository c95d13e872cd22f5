package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what opens here-documents in a line. */
final class Heredocs {
  private Heredocs() {}

  /**
   * @param openers here-documents without content yet
   * @param error why BuildKit refuses the line
   */
  record Opened(List<Heredoc> openers, Optional<String> error) {}

  static Opened openedBy(Text line) {
    List<Heredoc> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean space = i == line.length() || Space.is(line.charAt(i));
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        opener(line.subSequence(start, i)).ifPresent(found::add);
        start = -1;
      }
    }
    return new Opened(List.copyOf(found), Optional.empty());
  }

  /** Reads a word of a line; empty if it opens nothing. */
  static Optional<Heredoc> opener(Text word) {
    int i = 0;
    while (i < word.length() && Character.isDigit(word.charAt(i))) {
      i++;
    }
    if (!word.toString().startsWith("<<", i)) {
      return Optional.empty();
    }
    long fd = i == 0 ? 0 : Long.parseLong(word.subSequence(0, Math.min(i, 18)).toString());
    boolean chomp = i + 2 < word.length() && word.charAt(i + 2) == '-';
    Text name = word.from(chomp ? i + 3 : i + 2);
    if (name.length() == 0 || name.indexOf('<', 0) >= 0) {
      return Optional.empty();
    }
    Optional<Text> bare = new Word(name, '\\').literal();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    boolean expand = bare.get().length() == name.length();
    return Optional.of(
        new Heredoc(
            word, bare.get(), expand, chomp, fd, Text.empty(0), Span.at(word.span().end())));
  }
}
