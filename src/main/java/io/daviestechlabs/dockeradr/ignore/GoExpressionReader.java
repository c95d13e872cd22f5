package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.ignore.GoExpression.Op;
import io.daviestechlabs.dockeradr.ignore.GoExpression.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads the expressions that {@link Glob} writes. */
final class GoExpressionReader {
  private static final String DIRECTORIES = "(.*/)?";

  private final String text;
  final List<Step> steps = new ArrayList<>();
  private int at;

  /** Whether an end of {@code [:alpha:]} can still come; looking again and again would cost. */
  private boolean mayBePosix = true;

  GoExpressionReader(String text) {
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
        // Twice in a row is the same as once, and costs.
        if (steps.isEmpty() || steps.get(steps.size() - 1).op() != Op.IN_DIRECTORY) {
          steps.add(Step.of(Op.DIRECTORIES));
          steps.add(Step.of(Op.IN_DIRECTORY));
        }
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
    steps.add(Step.of(op));
    at++;
  }

  private boolean addSet(IntPredicate set) {
    if (at == text.length() || text.charAt(at) != '*') {
      steps.add(new Step(Op.ONE, set, -1));
      return true;
    }
    at++;
    boolean again =
        !steps.isEmpty()
            && steps.get(steps.size() - 1).op() == Op.MANY
            && steps.get(steps.size() - 1).set() == set;
    if (!again) {
      steps.add(new Step(Op.MANY, set, -1));
    }
    return true;
  }

  private void addLiteral(int literal) {
    steps.add(new Step(Op.ONE, null, literal));
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
    if (mayBePosix && text.startsWith("[:", at) && at + 2 < text.length()) {
      int end = text.indexOf(":]", at + 2);
      mayBePosix = end >= 0;
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
