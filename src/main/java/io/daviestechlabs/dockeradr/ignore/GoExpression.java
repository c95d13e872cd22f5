package io.daviestechlabs.dockeradr.ignore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The part of Go's regular expressions that a pattern can turn into, run as Go runs them: all
 * alternatives side by side, so that no input makes it backtrack.
 *
 * <p>Patterns reach this as {@link Glob} writes them. A class or an escape in a pattern is handed
 * to the expression as it is, so {@code [[:alpha:]]}, {@code \d} and even {@code [a*]}, where the
 * star is replaced inside the class, mean what they mean to BuildKit.
 */
final class GoExpression {
  enum Op {
    /** One character of a set. */
    ONE,
    /** Any number of characters of a set. */
    MANY,
    /** Nothing, or any number of directories. */
    DIRECTORIES,
    /** Behind the start of {@link #DIRECTORIES}: in the middle of a directory's name. */
    IN_DIRECTORY,
    BEGIN,
    END,
    WORD_EDGE,
    NO_WORD_EDGE
  }

  /**
   * One step of an expression.
   *
   * @param set the characters that it takes, or null where it takes one or none
   * @param literal the only character that it takes, or -1
   */
  record Step(Op op, IntPredicate set, int literal) {
    static Step of(Op op) {
      return new Step(op, null, -1);
    }

    private boolean takes(int c) {
      return set == null ? c == literal : set.test(c);
    }
  }

  private final Step[] steps;
  private final int shortest;

  /** Whether this is two stars, a slash and a name: then the last name of a path decides. */
  private final boolean nameOnly;

  /** What stands before and after the only star, or null where there is more to it. */
  private final String before;

  private final String after;

  private GoExpression(List<Step> read) {
    steps = read.toArray(new Step[0]);
    shortest = shortest();
    nameOnly = isNameOnly();
    int first = nameOnly ? 3 : 1;
    int last = steps.length - 1;
    int star = first + literals(first).length();
    boolean simple = steps[last].op == Op.END && star < last && steps[star].set == RuneSet.NO_SLASH;
    String end = simple ? literals(star + 1) : null;
    simple = simple && steps[star].op == Op.MANY && star + 1 + end.length() == last;
    before = simple ? literals(first) : null;
    after = simple ? end : null;
  }

  /** How many characters the shortest path has that can match. */
  private int shortest() {
    int shortest = 0;
    for (Step step : steps) {
      shortest += step.op == Op.ONE ? 1 : 0;
    }
    return shortest;
  }

  private boolean isNameOnly() {
    int last = steps.length - 1;
    boolean is = last > 2 && steps[1].op == Op.DIRECTORIES && steps[last].op == Op.END;
    for (int i = 3; is && i < last; i++) {
      is = (steps[i].op == Op.ONE || steps[i].op == Op.MANY) && !steps[i].takes('/');
    }
    return is;
  }

  /** The characters of the steps from an index on that take one and no other, if none is wide. */
  private String literals(int from) {
    StringBuilder out = new StringBuilder();
    for (int i = from;
        i < steps.length && 0 <= steps[i].literal && steps[i].literal <= 0xffff;
        i++) {
      out.append((char) steps[i].literal);
    }
    return out.toString();
  }

  /** Reads an expression; empty where Go would refuse it. */
  static Optional<GoExpression> of(String expression) {
    GoExpressionReader reader = new GoExpressionReader(expression);
    return reader.read() ? Optional.of(new GoExpression(reader.steps)) : Optional.empty();
  }

  /** Whether the expression matches a path. */
  boolean matches(String path) {
    return nameOnly || before != null
        ? matchesEnd(path, path.length())
        : run(path, new int[] {path.length()});
  }

  /**
   * Whether the expression matches one of several beginnings of a path.
   *
   * @param ends where those beginnings end, ascending
   */
  boolean matches(String path, int[] ends) {
    if (!nameOnly && before == null) {
      return run(path, ends);
    }
    for (int end : ends) {
      if (matchesEnd(path, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesEnd(String path, int end) {
    if (before == null) {
      int name = path.lastIndexOf('/', end - 1) + 1;
      return !isBroken(path, name) && run(path.substring(name, end), new int[] {end - name}, 3);
    }
    int behind = end - after.length();
    if (!path.startsWith(after, behind) || !(nameOnly || path.startsWith(before))) {
      return false;
    }
    int start = nameOnly ? path.lastIndexOf('/', end - 1) + 1 : 0;
    int middle = start + before.length();
    if (middle > behind || !path.startsWith(before, start)) {
      return false;
    }
    int slash = path.indexOf('/', middle);
    return (slash < 0 || slash >= behind) && !(nameOnly && isBroken(path, start));
  }

  // Go's dot takes no line feed, so two stars do not reach over a directory with one in its name.
  private static boolean isBroken(String path, int end) {
    return end > 0 && path.lastIndexOf('\n', end - 1) >= 0;
  }

  private boolean run(String path, int[] ends) {
    return run(path, ends, 0);
  }

  private boolean run(String path, int[] ends, int start) {
    int last = ends[ends.length - 1];
    if (last < shortest) {
      return false;
    }
    long[] now = new long[(steps.length >> 6) + 1];
    long[] next = new long[now.length];
    set(now, start);
    int nextEnd = 0;
    for (int at = 0; ; ) {
      if (at == ends[nextEnd]) {
        long[] here = at == last ? now : now.clone();
        if (reachesEnd(here, path, at, true)) {
          return true;
        }
        if (at == last) {
          return false;
        }
        nextEnd++;
      }
      if (reachesEnd(now, path, at, false)) {
        return true;
      }
      int c = path.codePointAt(at);
      if (!advance(now, next, c)) {
        return false;
      }
      at += Character.charCount(c);
      long[] free = now;
      now = next;
      next = free;
      Arrays.fill(next, 0);
    }
  }

  /** Whether some path that starts like this could match. */
  boolean mayMatchBehind(String start) {
    long[] now = new long[(steps.length >> 6) + 1];
    now[0] = 1;
    for (int at = 0; at < start.length(); ) {
      if (reachesEnd(now, start, at, false)) {
        return true;
      }
      int c = start.codePointAt(at);
      long[] next = new long[now.length];
      if (!advance(now, next, c)) {
        return false;
      }
      at += Character.charCount(c);
      now = next;
    }
    return true;
  }

  /** Adds the steps that are reached without a character; whether all steps are done then. */
  private boolean reachesEnd(long[] states, String path, int at, boolean atEnd) {
    for (int i = next(states, 0); i >= 0 && i < steps.length; i = next(states, i + 1)) {
      switch (steps[i].op) {
        case MANY -> set(states, i + 1);
        case DIRECTORIES -> {
          set(states, i + 1);
          set(states, i + 2);
        }
        case BEGIN -> setIf(at == 0, states, i + 1);
        case END -> setIf(atEnd, states, i + 1);
        case WORD_EDGE -> setIf(isWordEdge(path, at, atEnd), states, i + 1);
        case NO_WORD_EDGE -> setIf(!isWordEdge(path, at, atEnd), states, i + 1);
        default -> {}
      }
    }
    return (states[steps.length >> 6] & 1L << steps.length) != 0;
  }

  private boolean advance(long[] now, long[] next, int c) {
    boolean any = false;
    for (int i = next(now, 0); i >= 0; i = next(now, i + 1)) {
      Step step = steps[i];
      int to = -1;
      switch (step.op) {
        case ONE -> to = step.takes(c) ? i + 1 : -1;
        case MANY -> to = step.takes(c) ? i : -1;
        case IN_DIRECTORY -> {
          setIf(c == '/', next, i + 1);
          to = c == '\n' ? -1 : i;
        }
        default -> {}
      }
      if (to >= 0) {
        set(next, to);
        any = true;
      }
    }
    return any;
  }

  private static boolean isWordEdge(String path, int at, boolean atEnd) {
    boolean before = at > 0 && RuneSet.isWord(path.charAt(at - 1));
    boolean after = !atEnd && at < path.length() && RuneSet.isWord(path.charAt(at));
    return before != after;
  }

  private static int next(long[] states, int from) {
    int word = from >> 6;
    if (word >= states.length) {
      return -1;
    }
    long bits = states[word] & -1L << from;
    while (bits == 0) {
      if (++word == states.length) {
        return -1;
      }
      bits = states[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  private static void set(long[] states, int state) {
    states[state >> 6] |= 1L << state;
  }

  private static void setIf(boolean condition, long[] states, int state) {
    if (condition) {
      set(states, state);
    }
  }
}
