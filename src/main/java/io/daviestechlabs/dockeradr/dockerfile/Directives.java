package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Optional;
import java.util.Set;

/** Reads parser directives. */
final class Directives {
  private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");

  private Directives() {}

  /**
   * Reads a line that starts with a comment mark.
   *
   * @param prefix length of the comment mark
   * @return empty if the line is no directive that BuildKit knows
   */
  static Optional<Directive> read(Text line, int prefix, int number) {
    int end = line.length();
    int nameStart = skip(line, prefix);
    int nameEnd = nameStart;
    while (nameEnd < end && isNameChar(line.charAt(nameEnd), nameEnd > nameStart)) {
      nameEnd++;
    }
    int equals = skip(line, nameEnd);
    if (nameEnd == nameStart || equals == end || line.charAt(equals) != '=') {
      return Optional.empty();
    }
    int valueStart = skip(line, equals + 1);
    int valueEnd = end;
    while (valueEnd > valueStart && isSpace(line.charAt(valueEnd - 1))) {
      valueEnd--;
    }
    Text name = line.subSequence(nameStart, nameEnd);
    if (valueStart == valueEnd || !KNOWN.contains(Names.lower(name))) {
      return Optional.empty();
    }
    Span span = line.span();
    return Optional.of(new Directive(number, span, name, line.subSequence(valueStart, valueEnd)));
  }

  private static int skip(Text line, int from) {
    int i = from;
    while (i < line.length() && isSpace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  private static boolean isNameChar(char c, boolean digitsToo) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (digitsToo && c >= '0' && c <= '9');
  }
}
