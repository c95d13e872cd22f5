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
  /** Ints that a run takes: index of its first character, start, and end or {@link #OPEN}. */
  private static final int RUN = 3;

  /** End of a run in which each character is spelled by itself, right behind the one before. */
  private static final int OPEN = -1;

  private final String chars;

  /** Offset of the first character, or where an empty text stands; unused if there are runs. */
  private final int base;

  /** Runs in order, or null where all is one open run. A run that is not open has one character. */
  private final int[] runs;

  private Text(String chars, int base, int[] runs) {
    this.chars = chars;
    this.base = base;
    this.runs = runs;
  }

  /** All of a file. */
  public static Text of(Source source) {
    return new Text(source.text(), 0, null);
  }

  /** A part of a file as it stands there. */
  public static Text of(Source source, Span span) {
    return new Text(source.slice(span), span.start(), null);
  }

  /** No characters, standing at an offset. */
  public static Text empty(int offset) {
    return new Text("", offset, null);
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
    if (runs == null) {
      return base + index;
    }
    int run = run(index);
    return runs[run + 1] + index - runs[run];
  }

  /** Offset in the source behind the spelling of a character. */
  public int endOffset(int index) {
    if (runs == null) {
      return base + index + 1;
    }
    int run = run(index);
    return runs[run + 2] == OPEN ? runs[run + 1] + index - runs[run] + 1 : runs[run + 2];
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
    if (start == end) {
      return empty(placeOf(start));
    }
    String part = chars.substring(start, end);
    if (runs == null) {
      return new Text(part, base + start, null);
    }
    int first = run(start);
    int last = run(end - 1);
    if (first == last && runs[first + 2] == OPEN) {
      return new Text(part, runs[first + 1] + start - runs[first], null);
    }
    int[] some = Arrays.copyOfRange(runs, first, last + RUN);
    some[1] += start - some[0];
    some[0] = start;
    for (int i = 0; i < some.length; i += RUN) {
      some[i] -= start;
    }
    return new Text(part, 0, some);
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
    return length() == 0 ? base : endOffset(length() - 1);
  }

  /** Where the run that a character is in starts among the runs. */
  private int run(int index) {
    int low = 0;
    int high = runs.length / RUN - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs[middle * RUN] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * RUN;
  }

  /** Puts a {@link Text} together from parts of one source. */
  public static final class Builder {
    private final StringBuilder chars = new StringBuilder();
    private final int anchor;
    private int[] runs = new int[4 * RUN];
    private int end;

    /**
     * @param anchor where the text stands if nothing is appended
     */
    public Builder(int anchor) {
      this.anchor = anchor;
    }

    /** Appends one character that is spelled by {@code span}. */
    public Builder append(char c, Span span) {
      return append(c, span.start(), span.end());
    }

    /** Appends one character that is spelled from one offset to another. */
    public Builder append(char c, int start, int end) {
      if (end == start + 1) {
        open(start);
      } else {
        add(start, end);
      }
      chars.append(c);
      return this;
    }

    /** Appends a text with its offsets. */
    public Builder append(Text text) {
      if (text.runs == null) {
        if (text.length() > 0) {
          open(text.base);
        }
      } else {
        int before = chars.length();
        for (int i = 0; i < text.runs.length; i += RUN) {
          add(before + text.runs[i], text.runs[i + 1], text.runs[i + 2]);
        }
      }
      chars.append(text.chars);
      return this;
    }

    /** Appends a part of a file as it stands there. */
    public Builder append(Source source, Span span) {
      if (span.length() > 0) {
        open(span.start());
        chars.append(source.text(), span.start(), span.end());
      }
      return this;
    }

    /** Number of characters so far. */
    public int length() {
      return chars.length();
    }

    /** What was appended. */
    public Text build() {
      if (end == 0) {
        return empty(anchor);
      }
      if (end == RUN && runs[2] == OPEN) {
        return new Text(chars.toString(), runs[1], null);
      }
      return new Text(chars.toString(), 0, Arrays.copyOf(runs, end));
    }

    /** Goes on with the last run if the next character stands right behind it. */
    private void open(int start) {
      int last = end - RUN;
      boolean goesOn =
          last >= 0
              && runs[last + 2] == OPEN
              && runs[last + 1] + chars.length() - runs[last] == start;
      if (!goesOn) {
        add(start, OPEN);
      }
    }

    private void add(int start, int endOrOpen) {
      add(chars.length(), start, endOrOpen);
    }

    private void add(int index, int start, int endOrOpen) {
      if (end == runs.length) {
        runs = Arrays.copyOf(runs, end * 2);
      }
      runs[end] = index;
      runs[end + 1] = start;
      runs[end + 2] = endOrOpen;
      end += RUN;
    }
  }
}
