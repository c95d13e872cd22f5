package io.daviestechlabs.dockeradr.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces the characters of a span; an empty span inserts.
 *
 * @param span what goes
 * @param replacement what comes
 */
public record Edit(Span span, String replacement) {
  /** By place: what starts first, and of those what ends first. */
  public static final Comparator<Edit> ORDER =
      Comparator.comparingInt((Edit e) -> e.span.start()).thenComparingInt(e -> e.span.end());

  /** Puts characters where there were none. */
  public static Edit insert(int offset, String characters) {
    return new Edit(Span.at(offset), characters);
  }

  /** Takes characters away. */
  public static Edit delete(Span span) {
    return new Edit(span, "");
  }

  /** Puts other characters in the place of a span. */
  public static Edit replace(Span span, String replacement) {
    return new Edit(span, replacement);
  }

  /** Whether both would change the same place; two insertions at one offset do. */
  public boolean conflictsWith(Edit other) {
    return span.overlaps(other.span)
        || (span.length() == 0 && other.span.length() == 0 && span.start() == other.span.start());
  }

  /** Whether no two of them conflict. */
  public static boolean agree(Collection<Edit> edits) {
    List<Edit> ordered = edits.stream().sorted(ORDER).toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).conflictsWith(ordered.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  /** A text with edits that do not conflict applied to it. */
  public static String apply(String text, Collection<Edit> edits) {
    List<Edit> ordered = edits.stream().sorted(ORDER).toList();
    StringBuilder out = new StringBuilder(text.length() + 64);
    int done = 0;
    for (Edit edit : ordered) {
      if (edit.span.start() < done) {
        throw new IllegalArgumentException("edits overlap at " + edit.span.start());
      }
      out.append(text, done, edit.span.start()).append(edit.replacement);
      done = edit.span.end();
    }
    return out.append(text, done, text.length()).toString();
  }
}
