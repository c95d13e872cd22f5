package io.daviestechlabs.dockeradr.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The word that somebody may have meant, however far it is from what was written. */
public final class Nearest {
  private Nearest() {}

  /** Codes and names of rules. */
  public static List<String> words(List<Rule> rules) {
    return rules.stream().flatMap(rule -> Stream.of(rule.id(), rule.name())).toList();
  }

  /**
   * The first of the nearest.
   *
   * @param candidates at least one
   */
  public static String of(String word, List<String> candidates) {
    return candidates.stream()
        .min(
            Comparator.comparingInt((String it) -> distance(word, it))
                .thenComparingInt(it -> -sharedStart(word, it)))
        .orElseThrow();
  }

  private static int sharedStart(String one, String two) {
    int i = 0;
    while (i < one.length() && i < two.length() && one.charAt(i) == two.charAt(i)) {
      i++;
    }
    return i;
  }

  /** Levenshtein's distance, regardless of case. */
  private static int distance(String one, String two) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = two.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
