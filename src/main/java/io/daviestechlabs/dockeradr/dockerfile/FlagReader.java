package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the leading {@code --flags} off a line. */
final class FlagReader {
  private final Text line;
  private final char escape;
  private final List<Flag> flags = new ArrayList<>();
  private int pos;

  FlagReader(Text line, char escape) {
    this.line = line;
    this.escape = escape;
    while (nextIsFlag() && flag()) {
      // each round takes one flag
    }
  }

  List<Flag> flags() {
    return List.copyOf(flags);
  }

  /** What follows the flags. */
  Text rest() {
    return line.from(pos);
  }

  private boolean nextIsFlag() {
    while (pos < line.length() && isSpace(line.charAt(pos))) {
      pos++;
    }
    return pos + 1 < line.length() && line.charAt(pos) == '-' && line.charAt(pos + 1) == '-';
  }

  /** Reads one flag; false for {@code --} alone, which ends them. */
  private boolean flag() {
    int start = pos;
    Text.Builder word = new Text.Builder(line.offset(start));
    char quote = 0;
    boolean quoted = false;
    while (pos < line.length()) {
      char c = line.charAt(pos);
      if (quote == 0 && isSpace(c)) {
        break;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        quoted = true;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\') {
        // as extractBuilderFlags: backslash, whatever the escape directive says
        if (pos + 1 < line.length()) {
          word.append(line.charAt(pos + 1), line.offset(pos), line.endOffset(pos + 1));
          pos++;
        }
      } else {
        word.append(c, line.offset(pos), line.endOffset(pos));
      }
      pos++;
    }
    Text text = word.build();
    boolean end = text.is("--");
    if (!end && (quoted || text.length() > 0)) {
      flags.add(flag(text, line.span(start, pos)));
    }
    return !end;
  }

  // as extractBuilderFlags, which looks at bytes: white space beyond ASCII is none
  private static boolean isSpace(char c) {
    return c < 0x80 && Space.is(c);
  }

  private Flag flag(Text text, Span span) {
    Text body = text.from(Math.min(2, text.length()));
    int equals = body.indexOf('=', 0);
    if (equals < 0) {
      return new Flag(text, span, body, Optional.empty());
    }
    Word value = new Word(body.from(equals + 1), escape);
    return new Flag(text, span, body.subSequence(0, equals), Optional.of(value));
  }
}
