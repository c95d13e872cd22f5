package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/** Takes the quotes off the pieces of a word. */
final class Quoting {
  private Quoting() {}

  /** Appends what parts stand for up to the first expansion; true if there was none. */
  static boolean appendLiterals(List<WordPart> parts, Text.Builder out) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal) {
        out.append(literal.text());
      } else if (part instanceof WordPart.Glob glob) {
        out.append(glob.text());
      } else if (part instanceof WordPart.Escaped escaped) {
        out.append(escaped.text());
      } else if (part instanceof WordPart.SingleQuoted single) {
        out.append(single.text());
      } else if (part instanceof WordPart.AnsiQuoted ansi) {
        out.append(ansi.text());
      } else if (!(part instanceof WordPart.DoubleQuoted twice)
          || !appendLiterals(twice.parts(), out)) {
        return false;
      }
    }
    return true;
  }

  /** Appends parts without quotes; returns the index in the source behind the last of them. */
  static int appendUnquoted(List<WordPart> parts, Text source, int start, Text.Builder out) {
    int index = start;
    for (WordPart part : parts) {
      if (part instanceof WordPart.DoubleQuoted quoted) {
        appendUnquoted(quoted.parts(), source, index, out);
      } else if (!appendLiterals(List.of(part), out)) {
        int from = indexOf(source, index, part.span().start());
        index = indexOf(source, from, part.span().end());
        out.append(source.subSequence(from, index));
      }
    }
    return index;
  }

  /** Index of the first character at or behind an offset of the file. */
  static int indexOf(Text source, int from, int offset) {
    int index = from;
    while (index < source.length() && source.offset(index) < offset) {
      index++;
    }
    return index;
  }
}
