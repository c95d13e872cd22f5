package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** One character class of a Go expression while it is read. */
final class RuneSet {
  static final IntPredicate NO_SLASH = allBut('/');
  static final IntPredicate NO_LINE_FEED = allBut('\n');

  private final List<IntPredicate> parts = new ArrayList<>();

  private static IntPredicate allBut(int one) {
    return c -> c != one;
  }

  void add(IntPredicate part) {
    parts.add(part);
  }

  void range(int low, int high) {
    parts.add(low == high ? c -> c == low : c -> low <= c && c <= high);
  }

  IntPredicate build(boolean negated) {
    IntPredicate set =
        parts.size() == 1 ? parts.get(0) : any(List.copyOf(parts).toArray(new IntPredicate[0]));
    return negated ? set.negate() : set;
  }

  private static IntPredicate any(IntPredicate[] parts) {
    return c -> {
      for (IntPredicate part : parts) {
        if (part.test(c)) {
          return true;
        }
      }
      return false;
    };
  }

  /** {@code \d}, {@code \s}, {@code \w} and their capitals, or null. */
  static IntPredicate perl(int letter) {
    IntPredicate set =
        switch (Character.toLowerCase(letter)) {
          case 'd' -> c -> '0' <= c && c <= '9';
          case 's' -> c -> c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
          case 'w' -> RuneSet::isWord;
          default -> null;
        };
    return set == null || letter >= 'a' ? set : set.negate();
  }

  static boolean isWord(int c) {
    return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || c == '_';
  }

  /** A Unicode category by its one letter, as in {@code \pL}, or null. */
  static IntPredicate category(int letter) {
    return switch (letter) {
      case 'L' -> Character::isLetter;
      case 'M' ->
          types(
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK);
      case 'N' ->
          types(Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER);
      case 'P' ->
          types(
              Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION);
      case 'S' ->
          types(
              Character.MATH_SYMBOL,
              Character.CURRENCY_SYMBOL,
              Character.MODIFIER_SYMBOL,
              Character.OTHER_SYMBOL);
      case 'Z' -> Character::isSpaceChar;
      case 'C' ->
          types(Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE);
      default -> null;
    };
  }

  private static IntPredicate types(int... types) {
    int mask = 0;
    for (int type : types) {
      mask |= 1 << type;
    }
    int wanted = mask;
    return c -> (wanted & 1 << Character.getType(c)) != 0;
  }

  /** A POSIX class by what stands between {@code [:} and {@code :]}, or null. */
  static IntPredicate posix(String name) {
    boolean negated = name.startsWith("^");
    IntPredicate set =
        switch (negated ? name.substring(1) : name) {
          case "alnum" -> c -> c != '_' && isWord(c);
          case "alpha" -> c -> isUpper(c) || isLower(c);
          case "ascii" -> c -> c <= 0x7f;
          case "blank" -> c -> c == ' ' || c == '\t';
          case "cntrl" -> c -> c <= 0x1f || c == 0x7f;
          case "digit" -> c -> '0' <= c && c <= '9';
          case "graph" -> c -> '!' <= c && c <= '~';
          case "lower" -> RuneSet::isLower;
          case "print" -> c -> ' ' <= c && c <= '~';
          case "punct" -> c -> '!' <= c && c <= '~' && (c == '_' || !isWord(c));
          case "space" -> c -> c == ' ' || ('\t' <= c && c <= '\r');
          case "upper" -> RuneSet::isUpper;
          case "word" -> RuneSet::isWord;
          case "xdigit" -> c -> Character.digit(c, 16) >= 0 && c <= 'f';
          default -> null;
        };
    return set == null || !negated ? set : set.negate();
  }

  private static boolean isUpper(int c) {
    return 'A' <= c && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return 'a' <= c && c <= 'z';
  }
}
