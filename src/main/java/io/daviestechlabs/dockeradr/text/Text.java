package io.daviestechlabs.dockeradr.text;

import java.util.Arrays;

/**
 * Characters that remember their offsets in a {@link Source}.
 *
 * <p>A logical line without its continuations, a heredoc with its tabs chomped, a shell word, a
 * string after unescaping: all are {@code Text}, so whoever reads them knows line and column
 * without arithmetic. Each character has the offset where its spelling starts and where it ends;
 * the two differ by more than one where an escape was resolved.
 */
public final class Text implements CharSequence {
  private final String chars;

  /** Offset of the first character where the run is unbroken; unused otherwise. */
  private final int base;

  /** Start of each character's spelling, or null where the run is unbroken. */
  private final int[] starts;

  /** End of each character's spelling, or null where the run is unbroken. */
  private final int[] ends;

  /** Where an empty text stands. */
  private final int anchor;

  private Text(String chars, int base, int[] starts, int[] ends, int anchor) {
    this.chars = chars;
    this.base = base;
    this.starts = starts;
    this.ends = ends;
    this.anchor = anchor;
  }

  /** All of a file. */
  public static Text of(Source source) {
    return new Text(source.text(), 0, null, null, 0);
  }

  /** A part of a file as it stands there. */
  public static Text of(Source source, Span span) {
    return new Text(source.slice(span), span.start(), null, null, span.start());
  }

  /** No characters, standing at an offset. */
  public static Text empty(int offset) {
    return new Text("", offset, null, null, offset);
  }

  @Override
  public int length() {
    return chars.length();
  }

  @Override
  public char charAt(int index) {
    return chars.charAt(index);
  }

  /** Offset in the source where the spelling of a character starts. */
  public int offset(int index) {
    return starts == null ? base + index : starts[index];
  }

  /** Offset in the source behind the spelling of a character. */
  public int endOffset(int index) {
    return ends == null ? base + index + 1 : ends[index];
  }

  /** From the first character's spelling to the last one's; empty text has the place it stands. */
  public Span span() {
    return span(0, length());
  }

  /** Where the characters from {@code start} to {@code end} are spelled. */
  public Span span(int start, int end) {
    if (start == end) {
      return Span.at(placeOf(start));
    }
    return new Span(offset(start), endOffset(end - 1));
  }

  @Override
  public Text subSequence(int start, int end) {
    int place = placeOf(start);
    if (starts == null) {
      return new Text(chars.substring(start, end), base + start, null, null, place);
    }
    return new Text(
        chars.substring(start, end),
        0,
        Arrays.copyOfRange(starts, start, end),
        Arrays.copyOfRange(ends, start, end),
        place);
  }

  /** From an index to the end. */
  public Text from(int start) {
    return subSequence(start, length());
  }

  /** Without white space, as {@link String#strip} means it, on both sides. */
  public Text strip() {
    int start = 0;
    int end = length();
    while (start < end && Character.isWhitespace(charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(charAt(end - 1))) {
      end--;
    }
    return subSequence(start, end);
  }

  /** Whether the characters are those of a string. */
  public boolean is(String other) {
    return chars.equals(other);
  }

  /** First index of a character at or after another index, or -1. */
  public int indexOf(char c, int from) {
    return chars.indexOf(c, from);
  }

  /** The characters. */
  @Override
  public String toString() {
    return chars;
  }

  private int placeOf(int index) {
    if (index < length()) {
      return offset(index);
    }
    return length() == 0 ? anchor : endOffset(length() - 1);
  }

  /** Puts a {@link Text} together from parts of one source. */
  public static final class Builder {
    private final StringBuilder chars;
    private int[] starts;
    private int[] ends;
    private final int anchor;

    /**
     * @param anchor where the text stands if nothing is appended
     */
    public Builder(int anchor) {
      this.chars = new StringBuilder();
      this.starts = new int[32];
      this.ends = new int[32];
      this.anchor = anchor;
    }

    /** Appends one character that is spelled by {@code span}. */
    public Builder append(char c, Span span) {
      return append(c, span.start(), span.end());
    }

    /** Appends one character that is spelled from one offset to another. */
    public Builder append(char c, int start, int end) {
      int n = chars.length();
      grow(n + 1);
      chars.append(c);
      starts[n] = start;
      ends[n] = end;
      return this;
    }

    /** Appends a text with its offsets. */
    public Builder append(Text text) {
      int n = chars.length();
      grow(n + text.length());
      chars.append(text.chars);
      for (int i = 0; i < text.length(); i++) {
        starts[n + i] = text.offset(i);
        ends[n + i] = text.endOffset(i);
      }
      return this;
    }

    /** Appends a part of a file as it stands there. */
    public Builder append(Source source, Span span) {
      int n = chars.length();
      int length = span.length();
      grow(n + length);
      chars.append(source.text(), span.start(), span.end());
      for (int i = 0; i < length; i++) {
        starts[n + i] = span.start() + i;
        ends[n + i] = span.start() + i + 1;
      }
      return this;
    }

    /** Number of characters so far. */
    public int length() {
      return chars.length();
    }

    /** What was appended. */
    public Text build() {
      int n = chars.length();
      boolean unbroken = true;
      for (int i = 0; i < n && unbroken; i++) {
        unbroken = starts[i] == starts[0] + i && ends[i] == starts[i] + 1;
      }
      int place = n == 0 ? anchor : starts[0];
      if (unbroken) {
        return new Text(chars.toString(), place, null, null, place);
      }
      return new Text(chars.toString(), 0, Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), place);
    }

    private void grow(int length) {
      if (length > starts.length) {
        int capacity = Math.max(length, starts.length * 2);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
      }
    }
  }
}
