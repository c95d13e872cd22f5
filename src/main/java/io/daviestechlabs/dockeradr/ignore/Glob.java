package io.daviestechlabs.dockeradr.ignore;

import java.util.Optional;

/** One pattern made ready for comparison, with the four ways of comparing that BuildKit has. */
final class Glob {
  private enum Kind {
    EXACT,
    PREFIX,
    SUFFIX,
    EXPRESSION
  }

  private final Kind kind;

  /** What the comparison needs: the whole pattern, the start or the end of a path. */
  private final String part;

  private final GoExpression expression;

  private Glob(Kind kind, String part, GoExpression expression) {
    this.kind = kind;
    this.part = part;
    this.expression = expression;
  }

  /** Prepares a cleaned pattern; empty where BuildKit would call it a syntax error. */
  static Optional<Glob> of(String pattern) {
    if (!GoPath.isValidMatch(pattern)) {
      return Optional.empty();
    }
    StringBuilder expression = new StringBuilder("^");
    return switch (translate(pattern, expression)) {
      case EXACT -> Optional.of(new Glob(Kind.EXACT, pattern, null));
      case PREFIX ->
          Optional.of(new Glob(Kind.PREFIX, pattern.substring(0, pattern.length() - 2), null));
      case SUFFIX -> Optional.of(new Glob(Kind.SUFFIX, pattern.substring(2), null));
      case EXPRESSION -> ofExpression(expression.append('$').toString());
    };
  }

  private static Optional<Glob> ofExpression(String expression) {
    Optional<GoExpression> read = GoExpression.of(expression);
    return read.isPresent()
        ? Optional.of(new Glob(Kind.EXPRESSION, "", read.get()))
        : Optional.empty();
  }

  /**
   * Whether the pattern matches one of several beginnings of a path.
   *
   * @param ends where those beginnings end, ascending; the last is the length of the path
   */
  boolean matches(String path, int[] ends) {
    return switch (kind) {
      case EXPRESSION -> expression.matches(path, ends);
      // What starts like this has no longer beginning that does not.
      case PREFIX -> path.startsWith(part);
      case EXACT -> matchesExactly(path, ends);
      case SUFFIX -> endsLikeThis(path, ends);
    };
  }

  /** Whether the pattern as a whole matches a path. */
  boolean matches(String path) {
    return switch (kind) {
      case EXPRESSION -> expression.matches(path);
      case PREFIX -> path.startsWith(part);
      case EXACT -> path.equals(part);
      case SUFFIX -> endsLikeThis(path, path.length());
    };
  }

  /** Whether something below a directory could match. */
  boolean mayMatchBelow(String directory) {
    String start = directory + "/";
    return switch (kind) {
      case EXACT -> part.startsWith(start);
      case PREFIX -> part.startsWith(start) || start.startsWith(part);
      case SUFFIX -> true;
      case EXPRESSION -> expression.mayMatchBehind(start);
    };
  }

  /** Whether this matches one path and no other. */
  boolean isExact() {
    return kind == Kind.EXACT;
  }

  /** The last name of every path that this matches, where that is always the same. */
  Optional<String> name() {
    int slash = part.lastIndexOf('/');
    return kind == Kind.EXACT || (kind == Kind.SUFFIX && slash >= 0)
        ? Optional.of(part.substring(slash + 1))
        : Optional.empty();
  }

  private boolean matchesExactly(String path, int[] ends) {
    if (!path.startsWith(part)) {
      return false;
    }
    for (int end : ends) {
      if (end == part.length()) {
        return true;
      }
    }
    return false;
  }

  private boolean endsLikeThis(String path, int[] ends) {
    for (int end : ends) {
      if (endsLikeThis(path, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsLikeThis(String path, int end) {
    int start = end - part.length();
    return start >= 0 ? path.startsWith(part, start) : start == -1 && isWholeBehindSlash(path, end);
  }

  private boolean isWholeBehindSlash(String path, int end) {
    return part.charAt(0) == '/' && path.regionMatches(0, part, 1, end);
  }

  /**
   * Writes a pattern as BuildKit's Pattern.compile does and says how to compare it. Classes and
   * escapes go through as they are, and stars and question marks are replaced even inside classes.
   */
  private static Kind translate(String pattern, StringBuilder out) {
    Kind kind = Kind.EXACT;
    boolean first = true;
    for (int i = 0; i < pattern.length(); first = false) {
      char c = pattern.charAt(i++);
      switch (c) {
        case '*' -> {
          if (i < pattern.length() && pattern.charAt(i) == '*') {
            i++;
            if (i < pattern.length() && pattern.charAt(i) == '/') {
              i++;
            }
            if (i < pattern.length()) {
              out.append("(.*/)?");
              kind = Kind.EXPRESSION;
            } else if (kind == Kind.EXACT) {
              kind = Kind.PREFIX;
            } else {
              out.append(".*");
              kind = Kind.EXPRESSION;
            }
            kind = first ? Kind.SUFFIX : kind;
          } else {
            out.append("[^/]*");
            kind = Kind.EXPRESSION;
          }
        }
        case '?' -> {
          out.append("[^/]");
          kind = Kind.EXPRESSION;
        }
        case '.', '+', '(', ')', '|', '{', '}', '$' -> out.append('\\').append(c);
        case '\\' -> {
          int escaped = pattern.codePointAt(i);
          out.append(c).appendCodePoint(escaped);
          i += Character.charCount(escaped);
          kind = Kind.EXPRESSION;
        }
        case '[', ']' -> {
          out.append(c);
          kind = Kind.EXPRESSION;
        }
        default -> out.append(c);
      }
    }
    return kind;
  }
}
