package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;

/**
 * Physical lines one after the other, as BuildKit's scanner delivers them: a line that is too long
 * ends the file.
 */
final class LineReader {
  /** Bytes that a line may have, without its line feed. */
  private static final int MAX_BYTES = 65535;

  private final Source source;
  private final int lines;
  private final int mark;
  private int line;
  private boolean tooLong;
  private int start;
  private int end;

  LineReader(Source source) {
    this.source = source;
    this.lines = source.lineCount();
    this.mark = markLength(source);
  }

  /** Characters that a byte order mark takes: one, or one a byte where the file is no UTF-8. */
  static int markLength(Source source) {
    if (source.text().startsWith("\ufeff")) {
      return 1;
    }
    boolean bytes = !source.isUtf8() && source.text().startsWith("\u00ef\u00bb\u00bf");
    return bytes ? 3 : 0;
  }

  /** Moves on to the next line; false at the end and at a line that is too long. */
  boolean next() {
    if (tooLong || line == lines) {
      return false;
    }
    Span span = source.lineWithEnd(line + 1);
    if (isTooLong(span)) {
      tooLong = true;
      return false;
    }
    line++;
    start = span.start();
    end = span.end();
    return true;
  }

  /** Number of the current line, from 1; 0 before the first. */
  int line() {
    return line;
  }

  /** Offset of the current line; the byte order mark of the first line is passed over. */
  int start() {
    return line == 1 ? start + mark : start;
  }

  /** Offset behind the line end of the current line. */
  int end() {
    return end;
  }

  /** Offset behind the last character that is neither CR nor LF. */
  int trimmedEnd() {
    String text = source.text();
    int trimmed = end;
    while (trimmed > start && isLineEnd(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return Math.max(trimmed, start());
  }

  /** Whether the reading ended at a line that is too long. */
  boolean tooLong() {
    return tooLong;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private boolean isTooLong(Span span) {
    int length = span.length();
    if (length <= MAX_BYTES / 3) {
      return false;
    }
    String text = source.text();
    int bytes = 0;
    for (int i = span.start(); i < span.end(); i++) {
      char c = text.charAt(i);
      if (c != '\n') {
        bytes += !source.isUtf8() || c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
    }
    return bytes > MAX_BYTES;
  }
}
