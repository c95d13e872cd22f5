package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads parser directives. */
final class Directives {
  private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");

  private Directives() {}

  /**
   * Finds a directive as BuildKit does before it knows that the file is a Dockerfile: behind a
   * first line that starts with {@code #!}, too.
   *
   * @param anyForm whether the comment mark of other languages will do, and a key of a JSON object
   */
  static Optional<Directive> detect(String key, Source source, boolean anyForm) {
    int first = LineReader.markLength(source);
    boolean shebang = source.text().startsWith("#!", first);
    int line = shebang ? 2 : 1;
    int offset = shebang && source.lineCount() > 1 ? source.lineStart(2) : first;
    Optional<Directive> plain = head(key, "#", source, line, offset);
    if (plain.isPresent() || !anyForm || (shebang && source.lineCount() < 2)) {
      return plain;
    }
    return head(key, "//", source, line, offset).or(() -> json(key, source, line, offset));
  }

  /** A string of a JSON object that the file starts with. */
  private static Optional<Directive> json(String key, Source source, int line, int offset) {
    int brace = offset;
    while (brace < source.text().length() && isSpace(source.text().charAt(brace))) {
      brace++;
    }
    if (!source.text().startsWith("{", brace)) {
      return Optional.empty();
    }
    Text text = Text.of(source, new Span(offset, source.text().length()));
    JsonCursor json = new JsonCursor(text);
    if (!json.pass('{') || json.pass('}')) {
      return Optional.empty();
    }
    Optional<Directive> found = Optional.empty();
    do {
      Text.Builder name = new Text.Builder(json.offset());
      if (json.peek() != '"' || !json.string(name) || !json.pass(':')) {
        return Optional.empty();
      }
      boolean wanted = name.build().is(key);
      Text.Builder value = new Text.Builder(json.offset());
      boolean isString = json.peek() == '"';
      if (!(isString ? json.string(value) : json.skip())) {
        return Optional.empty();
      }
      if (wanted) {
        Text string = value.build();
        found =
            isString
                ? Optional.of(new Directive(line, string.span(), name.build(), string))
                : Optional.empty();
      }
    } while (json.pass(','));
    return json.pass('}') ? found : Optional.empty();
  }

  private static Optional<Directive> head(
      String key, String mark, Source source, int firstLine, int firstOffset) {
    Set<String> seen = new HashSet<>();
    for (int line = firstLine; line <= source.lineCount(); line++) {
      Span span = source.line(line);
      if (line == firstLine) {
        span = new Span(firstOffset, span.end());
      }
      if (!source.text().startsWith(mark, span.start())) {
        return Optional.empty();
      }
      Optional<Directive> found = read(Text.of(source, span), mark.length(), line);
      if (found.isEmpty() || !seen.add(found.get().key())) {
        return Optional.empty();
      }
      if (found.get().key().equals(key)) {
        return found;
      }
    }
    return Optional.empty();
  }

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
