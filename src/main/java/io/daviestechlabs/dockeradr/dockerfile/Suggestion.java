package io.daviestechlabs.dockeradr.dockerfile;

import java.util.Collection;
import java.util.Optional;

/** The name that somebody may have meant, as BuildKit finds it. */
public final class Suggestion {
  private static final int TOO_FAR = 3;

  private Suggestion() {}

  /**
   * The first of the nearest names, at most two letters away.
   *
   * @param name what was written; one of the known names needs no suggestion
   * @param known the names, the order of which decides between equals
   * @param minding whether case matters
   */
  public static Optional<String> nearest(String name, Collection<String> known, boolean minding) {
    String wanted = minding ? name : Names.lower(name);
    int[] letters = wanted.codePoints().toArray();
    Optional<String> best = Optional.empty();
    int least = TOO_FAR;
    for (String candidate : known) {
      String other = minding ? candidate : Names.lower(candidate);
      if (other.equals(wanted)) {
        return Optional.empty();
      }
      int distance = distance(letters, other, least);
      if (distance < least) {
        least = distance;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** The words that BuildKit puts behind a message; none without a suggestion. */
  public static String suffix(Optional<String> suggestion) {
    return suggestion.map(s -> " (did you mean " + s + "?)").orElse("");
  }

  /** Letters to put in, take out or replace; anything from the limit on is the same. */
  private static int distance(int[] a, String to, int limit) {
    if (Math.abs(a.length - to.codePointCount(0, to.length())) >= limit) {
      return limit;
    }
    int[] b = to.codePoints().toArray();
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length];
  }
}
