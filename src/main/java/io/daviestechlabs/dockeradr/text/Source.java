package io.daviestechlabs.dockeradr.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A file as it was read: its name for people, its characters, and where its lines begin.
 *
 * <p>A line ends with LF; the CR of a CRLF belongs to the line end. Bytes that are no UTF-8 are
 * read one to one as ISO-8859-1, so that {@link #encode} gives back every byte that no edit
 * touched.
 */
public final class Source {
  private final String name;
  private final String text;
  private final Charset charset;
  private final int[] lineStarts;

  private Source(String name, String text, Charset charset) {
    this.name = name;
    this.text = text;
    this.charset = charset;
    this.lineStarts = lineStarts(text);
  }

  /**
   * @param name how findings call the file: its path relative to where the user stands
   * @param text its characters
   */
  public static Source of(String name, String text) {
    return new Source(name, text, StandardCharsets.UTF_8);
  }

  /**
   * @param name how findings call the file
   * @param bytes its bytes, UTF-8 or not
   */
  public static Source of(String name, byte[] bytes) {
    try {
      CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return new Source(name, chars.toString(), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new Source(
          name, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  /** The same file with other characters. */
  public Source with(String edited) {
    return new Source(name, edited, charset);
  }

  /** The same characters under another name. */
  public Source named(String other) {
    return name.equals(other) ? this : new Source(other, text, charset);
  }

  /** How findings call the file. */
  public String name() {
    return name;
  }

  /** All characters, with line ends and byte order mark as they are. */
  public String text() {
    return text;
  }

  /** Whether the bytes were UTF-8. */
  public boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /**
   * The bytes of an edited text of this file, in the encoding that it was read with. Characters
   * that cannot have been read, since they have no single byte, are written as UTF-8.
   */
  public byte[] encode(String edited) {
    if (isUtf8()) {
      return edited.getBytes(charset);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(edited.length());
    edited
        .codePoints()
        .mapToObj(c -> Character.toString(c).getBytes(c > 0xFF ? StandardCharsets.UTF_8 : charset))
        .forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** Number of lines; a file that ends with a line end has no empty line after it. */
  public int lineCount() {
    int last = lineStarts.length - 1;
    return lineStarts[last] == text.length() ? last : last + 1;
  }

  /** Line number, from 1, of an offset from 0 to the length of the text. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Line and column of an offset. */
  public Position position(int offset) {
    int line = lineAt(offset);
    return new Position(line, offset - lineStarts[line - 1] + 1);
  }

  /** Offset of the first character of a line, counted from 1. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Span of a line, counted from 1, with its line end. */
  public Span lineWithEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    return new Span(lineStarts[line - 1], end);
  }

  /** Span of a line, counted from 1, without its line end. */
  public Span line(int line) {
    Span whole = lineWithEnd(line);
    int end = whole.end();
    if (end > whole.start() && text.charAt(end - 1) == '\n') {
      end--;
      if (end > whole.start() && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return new Span(whole.start(), end);
  }

  /** Behind the last character of the last line. */
  public Span end() {
    return Span.at(lineCount() == 0 ? 0 : line(lineCount()).end());
  }

  /** The characters of a span. */
  public String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The characters of a span, with stars for those that nobody may see. */
  public String slice(Span span, List<Span> hidden) {
    StringBuilder out = new StringBuilder(slice(span));
    for (Span secret : hidden) {
      int end = Math.min(secret.end(), span.end());
      for (int i = Math.max(secret.start(), span.start()); i < end; i++) {
        if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          out.setCharAt(i - span.start(), '*');
        }
      }
    }
    return out.toString();
  }

  /** The line end to write: that of the first line, LF where there is none. */
  public String lineEnd() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  @Override
  public String toString() {
    return name;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
