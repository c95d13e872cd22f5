package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The part of Go's regular expressions that a pattern can turn into, run as Go runs them: all
 * alternatives side by side, so that no input makes it backtrack.
 *
 * <p>Patterns reach this as {@link Glob#expression} writes them. A class or an escape in a pattern
 * is handed to the expression as it is, so {@code [[:alpha:]]}, {@code \d} and even {@code [a*]},
 * where the star is replaced inside the class, mean what they mean to BuildKit.
 */
final class GoExpression {
  private enum Op {
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

  private record Step(Op op, IntPredicate set) {}

  private final Step[] steps;
  private final int shortest;

  private GoExpression(List<Step> steps) {
    this.steps = steps.toArray(new Step[0]);
    this.shortest = (int) steps.stream().filter(step -> step.op == Op.ONE).count();
  }

  /** Reads an expression; empty where Go would refuse it. */
  static Optional<GoExpression> of(String expression) {
    Reader reader = new Reader(expression);
    return reader.read() ? Optional.of(new GoExpression(reader.steps)) : Optional.empty();
  }

  /**
   * Whether the expression matches one of several beginnings of a path.
   *
   * @param ends where those beginnings end, ascending
   */
  boolean matches(String path, int[] ends) {
    int last = ends[ends.length - 1];
    if (last < shortest) {
      return false;
    }
    long[] now = new long[(steps.length >> 6) + 1];
    long[] next = new long[now.length];
    now[0] = 1;
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
        case ONE -> to = step.set.test(c) ? i + 1 : -1;
        case MANY -> to = step.set.test(c) ? i : -1;
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

  /** Reads what {@link Glob#expression} can write. */
  private static final class Reader {
    private static final String DIRECTORIES = "(.*/)?";

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text;
    }

    /** Whether all of it could be read. */
    boolean read() {
      while (at < text.length()) {
        if (!readStep()) {
          return false;
        }
      }
      return true;
    }

    private boolean readStep() {
      char c = text.charAt(at);
      switch (c) {
        case '^' -> add(Op.BEGIN);
        case '$' -> add(Op.END);
        case '(' -> {
          steps.add(new Step(Op.DIRECTORIES, null));
          steps.add(new Step(Op.IN_DIRECTORY, null));
          at += DIRECTORIES.length();
        }
        case '.' -> {
          at++;
          return addSet(RuneSet.NO_LINE_FEED);
        }
        case '[' -> {
          if (text.startsWith("[^/]", at)) {
            at += 4;
            return addSet(RuneSet.NO_SLASH);
          }
          at++;
          IntPredicate set = readClass();
          return set != null && addSet(set);
        }
        case '\\' -> {
          return readEscape();
        }
        default -> addLiteral(codePoint());
      }
      return true;
    }

    private void add(Op op) {
      steps.add(new Step(op, null));
      at++;
    }

    private boolean addSet(IntPredicate set) {
      if (at == text.length() || text.charAt(at) != '*') {
        steps.add(new Step(Op.ONE, set));
        return true;
      }
      at++;
      boolean again =
          !steps.isEmpty()
              && steps.get(steps.size() - 1).op == Op.MANY
              && steps.get(steps.size() - 1).set == set;
      if (!again) {
        steps.add(new Step(Op.MANY, set));
      }
      return true;
    }

    private void addLiteral(int literal) {
      steps.add(new Step(Op.ONE, c -> c == literal));
    }

    private int codePoint() {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      return c;
    }

    private boolean readEscape() {
      int c = at + 1 < text.length() ? text.charAt(at + 1) : 0;
      Op edge =
          switch (c) {
            case 'A' -> Op.BEGIN;
            case 'z' -> Op.END;
            case 'b' -> Op.WORD_EDGE;
            case 'B' -> Op.NO_WORD_EDGE;
            default -> null;
          };
      if (edge != null) {
        at++;
        add(edge);
        return true;
      }
      if (c == 'Q') {
        readQuoted();
        return true;
      }
      IntPredicate named = readNamed();
      if (named != null) {
        return addSet(named);
      }
      int literal = readEscaped();
      if (literal >= 0) {
        addLiteral(literal);
      }
      return literal >= 0;
    }

    // \Q takes all literally up to \E, even what the pattern's own stars were turned into.
    private void readQuoted() {
      int end = text.indexOf("\\E", at + 2);
      int stop = end < 0 ? text.length() : end;
      for (at += 2; at < stop; ) {
        addLiteral(codePoint());
      }
      at = end < 0 ? stop : end + 2;
    }

    /** The set of {@code \d} or {@code \pL}, or null with nothing read. */
    private IntPredicate readNamed() {
      if (at + 1 >= text.length() || text.charAt(at) != '\\') {
        return null;
      }
      char c = text.charAt(at + 1);
      if ((c == 'p' || c == 'P') && at + 2 < text.length()) {
        IntPredicate set = RuneSet.category(text.charAt(at + 2));
        at += set == null ? 0 : 3;
        return set == null || c == 'p' ? set : set.negate();
      }
      IntPredicate set = RuneSet.perl(c);
      at += set == null ? 0 : 2;
      return set;
    }

    /** The character that an escape stands for, or -1 where Go has no such escape. */
    private int readEscaped() {
      if (++at >= text.length()) {
        return -1;
      }
      int c = codePoint();
      if (c < 0x80 && !Character.isLetterOrDigit(c)) {
        return c;
      }
      return switch (c) {
        case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal(c - '0');
        case 'x' -> readHex();
        case 'a' -> 7;
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'v' -> 11;
        default -> -1;
      };
    }

    private int readOctal(int first) {
      int value = first;
      int digits = 1;
      while (digits < 3 && at < text.length() && "01234567".indexOf(text.charAt(at)) >= 0) {
        value = value * 8 + text.charAt(at++) - '0';
        digits++;
      }
      // A single digit other than 0 would be a reference to a group.
      return digits == 1 && first != 0 ? -1 : value;
    }

    private int readHex() {
      int high = hexDigit(at++);
      int low = hexDigit(at++);
      return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private int hexDigit(int index) {
      boolean ascii = index < text.length() && text.charAt(index) < 0x80;
      return ascii ? Character.digit(text.charAt(index), 16) : -1;
    }

    /** The set behind an opening bracket, or null. */
    private IntPredicate readClass() {
      boolean negated = at < text.length() && text.charAt(at) == '^';
      at += negated ? 1 : 0;
      RuneSet set = new RuneSet();
      for (boolean first = true; first || at >= text.length() || text.charAt(at) != ']'; ) {
        first = false;
        if (!readClassPart(set)) {
          return null;
        }
      }
      at++;
      return set.build(negated);
    }

    private boolean readClassPart(RuneSet set) {
      if (text.startsWith("[:", at) && at + 2 < text.length()) {
        int end = text.indexOf(":]", at + 2);
        if (end >= 0) {
          IntPredicate posix = RuneSet.posix(text.substring(at + 2, end));
          at = end + 2;
          if (posix != null) {
            set.add(posix);
          }
          return posix != null;
        }
      }
      IntPredicate named = readNamed();
      if (named != null) {
        set.add(named);
        return true;
      }
      int low = readClassCharacter();
      int high = low;
      if (low >= 0
          && at + 1 < text.length()
          && text.charAt(at) == '-'
          && text.charAt(at + 1) != ']') {
        at++;
        high = readClassCharacter();
      }
      if (low < 0 || high < low) {
        return false;
      }
      set.range(low, high);
      return true;
    }

    private int readClassCharacter() {
      if (at >= text.length()) {
        return -1;
      }
      return text.charAt(at) == '\\' ? readEscaped() : codePoint();
    }
  }
}
