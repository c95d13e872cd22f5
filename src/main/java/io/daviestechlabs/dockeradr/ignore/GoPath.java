package io.daviestechlabs.dockeradr.ignore;

/** Paths and white space as Go sees them: the parts of its library that ignore files rest on. */
final class GoPath {
  private GoPath() {}

  /** The shortest equal path, as {@code filepath.Clean} finds it on Linux. */
  static String clean(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    boolean rooted = path.charAt(0) == '/';
    StringBuilder out = new StringBuilder(path.length());
    int floor = 0;
    if (rooted) {
      out.append('/');
      floor = 1;
    }
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      int length = end - start;
      if (length == 2 && path.startsWith("..", start)) {
        if (out.length() > floor) {
          out.setLength(Math.max(floor, out.lastIndexOf("/")));
        } else if (!rooted) {
          append(out, "..", 0, 2);
          floor = out.length();
        }
      } else if (length > 0 && !(length == 1 && path.charAt(start) == '.')) {
        append(out, path, start, end);
      }
      start = end + 1;
    }
    return out.length() == 0 ? "." : out.toString();
  }

  private static void append(StringBuilder out, String path, int start, int end) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '/') {
      out.append('/');
    }
    out.append(path, start, end);
  }

  /** Index of the first character that is no white space, or {@code end}. */
  static int skipSpace(String text, int start, int end) {
    int i = start;
    while (i < end && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Index behind the last character that is no white space, or {@code start}. */
  static int trimSpace(String text, int start, int end) {
    int i = end;
    while (i > start && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** A string without white space around it, as {@code strings.TrimSpace}. */
  static String trim(String text) {
    int start = skipSpace(text, 0, text.length());
    return text.substring(start, trimSpace(text, start, text.length()));
  }

  // As unicode.IsSpace: what Java's isWhitespace leaves out are NEL and the no-break spaces.
  private static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || (c >= '\u00a0' && Character.isSpaceChar(c));
  }

  /** Whether a line of an ignore file can hold a pattern: not with a line break, for one. */
  static boolean isWritable(String pattern) {
    return pattern.chars().noneMatch(Character::isISOControl) && trim(pattern).equals(pattern);
  }

  /** The pattern that matches a path and no other. */
  static String quote(String path) {
    return path.replaceAll("[\\\\*?\\[]", "\\\\$0");
  }

  /** Whether {@code filepath.Match} would read a pattern without an error. */
  static boolean isValidMatch(String pattern) {
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c == '\\') {
        if (i == pattern.length()) {
          return false;
        }
        i++;
      } else if (c == '[') {
        i = behindClass(pattern, i);
        if (i < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static int behindClass(String pattern, int start) {
    int i = start;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    for (boolean first = true; ; first = false) {
      if (!first && pattern.charAt(i) == ']') {
        return i + 1;
      }
      i = behindClassCharacter(pattern, i);
      if (i > 0 && pattern.charAt(i) == '-') {
        i = behindClassCharacter(pattern, i + 1);
      }
      if (i < 0) {
        return -1;
      }
    }
  }

  /** Index behind one character of a class, or -1: there must be another character after it. */
  private static int behindClassCharacter(String pattern, int start) {
    int i = start;
    if (i < pattern.length() && pattern.charAt(i) == '\\') {
      i++;
    } else if (i < pattern.length() && (pattern.charAt(i) == '-' || pattern.charAt(i) == ']')) {
      return -1;
    }
    if (i >= pattern.length()) {
      return -1;
    }
    i += Character.charCount(pattern.codePointAt(i));
    return i < pattern.length() ? i : -1;
  }
}
