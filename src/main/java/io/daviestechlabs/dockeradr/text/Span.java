package io.daviestechlabs.dockeradr.text;

/**
 * Half-open range of character offsets into a {@link Source}.
 *
 * @param start offset of the first character, from 0
 * @param end offset behind the last character, at least {@code start}
 */
public record Span(int start, int end) {
  /** Checks the order of the two offsets. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** The empty span at an offset, where something can be inserted. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Number of characters. */
  public int length() {
    return end - start;
  }

  /** Whether the other span lies inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the two share a character; touching is not sharing. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The smallest span over both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
