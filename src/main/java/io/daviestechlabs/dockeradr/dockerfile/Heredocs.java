package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what opens here-documents in a line. */
final class Heredocs {
  /** BuildKit reads these words with the backslash, whatever the escape directive says. */
  private static final char ESCAPE = '\\';

  private Heredocs() {}

  /**
   * @param openers here-documents without content yet
   * @param error why BuildKit refuses the line
   */
  record Opened(List<Heredoc> openers, Optional<String> error) {}

  static Opened openedBy(Text line) {
    List<Heredoc> found = new ArrayList<>();
    List<Text> words = words(line);
    for (int i = 0; i < words.size(); i++) {
      Text word = words.get(i);
      if (!word.toString().contains("<<")) {
        continue;
      }
      boolean nameFollows = endsWithMark(word) && i + 1 < words.size();
      Opened opened = read(nameFollows ? joined(word, words.get(++i)) : word);
      if (opened.error().isPresent()) {
        return opened;
      }
      found.addAll(opened.openers());
    }
    return new Opened(List.copyOf(found), Optional.empty());
  }

  /** Reads a single word; empty if it opens nothing. */
  static Optional<Heredoc> opener(Text word) {
    List<Heredoc> openers =
        word.toString().contains("<<") ? read(word).openers() : List.<Heredoc>of();
    return openers.isEmpty() ? Optional.empty() : Optional.of(openers.get(0));
  }

  private static Opened read(Text word) {
    int mark = digits(word);
    boolean marked = word.toString().startsWith("<<", mark);
    boolean chomp = marked && mark + 2 < word.length() && word.charAt(mark + 2) == '-';
    int start = chomp ? mark + 3 : mark + 2;
    while (start < word.length() && isSpace(word.charAt(start))) {
      start++;
    }
    if (!marked || start >= word.length() || word.indexOf('<', start) >= 0) {
      return new Opened(List.of(), Optional.empty());
    }
    Text rest = word.from(start);
    Word name = new Word(rest, ESCAPE);
    Expansion bare = Expander.heredocName(name, false);
    if (bare.error().isPresent() || bare.words().size() != 1) {
      return new Opened(List.of(), bare.error());
    }
    Expansion raw = Expander.heredocName(name, true);
    if (raw.error().isPresent() || raw.words().isEmpty()) {
      return new Opened(List.of(), raw.error());
    }
    String terminator = bare.words().get(0);
    boolean expand = terminator.equals(raw.words().get(0));
    Heredoc heredoc =
        new Heredoc(
            word,
            named(name, terminator),
            expand,
            chomp,
            number(word, mark),
            Text.empty(word.span().end()),
            Span.at(word.span().end()));
    return new Opened(List.of(heredoc), Optional.empty());
  }

  /** The terminator with the places of its characters, where they can be told. */
  private static Text named(Word name, String terminator) {
    if (name.text().is(terminator)) {
      return name.text();
    }
    Optional<Text> literal = name.literal();
    if (literal.isPresent() && literal.get().is(terminator)) {
      return literal.get();
    }
    Text.Builder out = new Text.Builder(name.span().start());
    for (int i = 0; i < terminator.length(); i++) {
      out.append(terminator.charAt(i), name.span());
    }
    return out.build();
  }

  private static long number(Text word, int digits) {
    try {
      return digits == 0 ? 0 : Long.parseLong(word.toString().substring(0, digits));
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static int digits(Text word) {
    int i = 0;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static boolean endsWithMark(Text word) {
    String rest = word.toString().substring(digits(word));
    return rest.equals("<<") || rest.equals("<<-");
  }

  private static Text joined(Text mark, Text name) {
    Text.Builder out = new Text.Builder(mark.span().start()).append(mark);
    out.append(' ', mark.span().end(), mark.span().end());
    return out.append(name).build();
  }

  /**
   * The line split at white space that is not quoted, quotes and escapes left in place; nothing if
   * a quote or brace is not closed.
   */
  private static List<Text> words(Text line) {
    Words.Parsed parsed = Words.parse(line, ESCAPE);
    if (parsed.fault().isPresent()) {
      return List.of();
    }
    List<Text> words = new ArrayList<>();
    int start = -1;
    int at = 0;
    for (Part part : parsed.parts()) {
      int end = at + part.raw().length();
      if (part instanceof Part.Variable variable && variable.argument().isPresent()) {
        // a word within braces drops what stands before it, as in Expander
        start = -1;
      }
      boolean splits = part instanceof Part.Literal && part.quote() == Part.Quote.NONE;
      for (int i = at; splits && i < end; i++) {
        boolean space = Space.is(line.charAt(i));
        if (space && start >= 0) {
          words.add(line.subSequence(start, i));
          start = -1;
        } else if (!space && start < 0) {
          start = i;
        }
      }
      if (!splits && start < 0) {
        start = at;
      }
      at = end;
    }
    if (start >= 0) {
      words.add(line.subSequence(start, at));
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
