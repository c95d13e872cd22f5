package io.daviestechlabs.dockeradr.ignore;

/** Two names with stars and question marks. */
final class WildcardPair {
  private WildcardPair() {}

  /** Whether some name matches both; a class in brackets counts as any characters. */
  static boolean overlap(String first, String second) {
    String a = first.indexOf('[') < 0 ? first : first.substring(0, first.indexOf('[')) + "*";
    boolean[] row = new boolean[second.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      boolean[] next = new boolean[second.length() + 1];
      for (int j = 0; j <= second.length(); j++) {
        char c = i > 0 ? a.charAt(i - 1) : 0;
        char d = j > 0 ? second.charAt(j - 1) : 0;
        boolean star = (c == '*' && row[j]) || (d == '*' && j > 0 && next[j - 1]);
        boolean one = i > 0 && j > 0 && row[j - 1] && isSame(c, d);
        boolean skip = (c == '*' && j > 0 && next[j - 1]) || (d == '*' && i > 0 && row[j]);
        next[j] = (i == 0 && j == 0) || star || one || skip;
      }
      row = next;
    }
    return row[second.length()];
  }

  private static boolean isSame(char c, char d) {
    return c == d || c == '?' || d == '?';
  }
}
