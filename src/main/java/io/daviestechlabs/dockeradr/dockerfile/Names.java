package io.daviestechlabs.dockeradr.dockerfile;

import java.util.function.IntUnaryOperator;

/**
 * Letters without regard to case, as Go has it: one by one, and the same in every locale. Java's
 * own methods know words that grow, and take time in the square of their length for them.
 */
public final class Names {
  private Names() {}

  /** In small letters. */
  public static String lower(CharSequence text) {
    return mapped(text.toString(), Character::toLowerCase);
  }

  /** In capitals. */
  public static String upper(CharSequence text) {
    return mapped(text.toString(), Character::toUpperCase);
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    int same = 0;
    while (same < text.length()
        && text.charAt(same) < 0x80
        && mapping.applyAsInt(text.charAt(same)) == text.charAt(same)) {
      same++;
    }
    if (same == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, same);
    for (int i = same; i < text.length(); ) {
      int c = text.codePointAt(i);
      out.appendCodePoint(mapping.applyAsInt(c));
      i += Character.charCount(c);
    }
    return out.toString();
  }
}
