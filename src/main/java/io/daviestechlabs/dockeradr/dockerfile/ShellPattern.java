package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern of {@code *} and {@code ?} in a variable's operator. Matching costs pattern times value
 * and no more, whatever is in them.
 */
final class ShellPattern {
  private static final int ANY = -1;
  private static final int STAR = -2;
  private static final long MAX_COST = 50_000_000;

  private final int[] tokens;
  private final boolean greedy;
  private final String error;

  private ShellPattern(int[] tokens, boolean greedy, String error) {
    this.tokens = tokens;
    this.greedy = greedy;
    this.error = error;
  }

  /**
   * Reads a pattern.
   *
   * @param greedy whether {@code *} takes as much as it can, else as little
   */
  static ShellPattern compile(String pattern, boolean greedy) {
    int[] chars = pattern.codePoints().toArray();
    int[] tokens = new int[chars.length];
    int n = 0;
    for (int i = 0; i < chars.length; i++) {
      int c = chars[i];
      if (c == '*') {
        tokens[n++] = STAR;
      } else if (c == '?') {
        tokens[n++] = ANY;
      } else if (c == '\\') {
        int next = i + 1 < chars.length ? chars[i + 1] : 0xfffd;
        if (next == '}' || next == '/') {
          // as convertShellPatternToRegex: the escape is the brace's, not the pattern's
          continue;
        }
        if (next != '*' && next != '?' && next != '\\') {
          return new ShellPattern(
              tokens, greedy, "invalid escape '\\" + Character.toString(next) + "'");
        }
        tokens[n++] = next;
        i++;
      } else {
        tokens[n++] = c;
      }
    }
    return new ShellPattern(Arrays.copyOf(tokens, n), greedy, null);
  }

  /** The pattern for a value read backwards; an escape stays before what it escapes. */
  static String reverse(String pattern) {
    int[] chars = pattern.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    int end = chars.length;
    List<int[]> units = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      if (chars[i] == '\\' && i + 1 < end) {
        units.add(new int[] {'\\', chars[++i]});
      } else {
        units.add(new int[] {chars[i]});
      }
    }
    for (int i = units.size() - 1; i >= 0; i--) {
      for (int c : units.get(i)) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /** What is wrong with it; null if nothing is. */
  String error() {
    return error;
  }

  /** Whether matching would take longer than it is worth. */
  boolean isTooCostly(String value) {
    return (long) value.length() * tokens.length > MAX_COST;
  }

  /** The value without what matches at its start. */
  String trimPrefix(String value) {
    int[] chars = value.codePoints().toArray();
    int end = ends(chars)[0];
    return end < 0 ? value : text(chars, end, chars.length);
  }

  /** The value with the first match replaced. */
  String replaceFirst(String value, String replacement) {
    int[] chars = value.codePoints().toArray();
    int[] ends = ends(chars);
    for (int i = 0; i <= chars.length; i++) {
      if (ends[i] >= 0) {
        return text(chars, 0, i) + replacement + text(chars, ends[i], chars.length);
      }
    }
    return value;
  }

  /** The value with all matches replaced; a {@code $0} in the replacement is the match. */
  String replaceAll(String value, String replacement) {
    int[] chars = value.codePoints().toArray();
    int[] ends = ends(chars);
    StringBuilder out = new StringBuilder();
    int done = 0;
    int lastMatchEnd = -1;
    for (int i = 0; i <= chars.length; ) {
      int end = ends[i];
      // as Go: no empty match right behind a match
      if (end < 0 || (end == i && i == lastMatchEnd)) {
        i++;
        continue;
      }
      out.append(text(chars, done, i)).append(filled(replacement, text(chars, i, end)));
      done = end;
      lastMatchEnd = end;
      i = end > i ? end : i + 1;
    }
    return out.append(text(chars, done, chars.length)).toString();
  }

  /**
   * For each position the end of the match that starts there, or -1: the pattern is tried from its
   * last token to its first, so that no position is tried twice.
   */
  private int[] ends(int[] chars) {
    int[] after = new int[chars.length + 1];
    for (int i = 0; i <= chars.length; i++) {
      after[i] = i;
    }
    for (int t = tokens.length - 1; t >= 0; t--) {
      int[] here = new int[chars.length + 1];
      for (int i = chars.length; i >= 0; i--) {
        here[i] = end(tokens[t], i, chars, here, after);
      }
      after = here;
    }
    return after;
  }

  private int end(int token, int i, int[] chars, int[] here, int[] after) {
    boolean more = i < chars.length && (token >= 0 ? chars[i] == token : chars[i] != '\n');
    if (token != STAR) {
      return more ? after[i + 1] : -1;
    }
    int longer = more ? here[i + 1] : -1;
    return greedy ? (longer >= 0 ? longer : after[i]) : (after[i] >= 0 ? after[i] : longer);
  }

  /** Go's template: {@code $$} is a dollar, {@code $0} the match, other names are empty. */
  private static String filled(String template, String match) {
    if (template.indexOf('$') < 0) {
      return template;
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i++);
      if (c != '$') {
        out.append(c);
        continue;
      }
      if (template.startsWith("$", i)) {
        out.append('$');
        i++;
        continue;
      }
      boolean brace = template.startsWith("{", i);
      int start = brace ? i + 1 : i;
      int end = start;
      while (end < template.length() && isNameChar(template.charAt(end))) {
        end++;
      }
      boolean closed = !brace || template.startsWith("}", end);
      if (end == start || !closed) {
        out.append('$');
        continue;
      }
      if (template.substring(start, end).equals("0")) {
        out.append(match);
      }
      i = brace ? end + 1 : end;
    }
    return out.toString();
  }

  private static boolean isNameChar(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static String text(int[] chars, int start, int end) {
    return new String(chars, start, end - start);
  }
}
