package io.daviestechlabs.dockeradr.dockerfile;

/**
 * Letters without regard to case, as Go has it: one by one, and the same in every locale. Java's
 * own methods know words that grow, and take time in the square of their length for them.
 */
public final class Names {
  private Names() {}

  /** In small letters. */
  public static String lower(CharSequence text) {
    return mapped(text.toString(), false);
  }

  /** In capitals. */
  public static String upper(CharSequence text) {
    return mapped(text.toString(), true);
  }

  private static String mapped(String text, boolean toUpper) {
    int same = 0;
    while (same < text.length()
        && text.charAt(same) < 0x80
        && mapped(text.charAt(same), toUpper) == text.charAt(same)) {
      same++;
    }
    if (same == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, same);
    for (int i = same; i < text.length(); ) {
      int c = text.codePointAt(i);
      out.appendCodePoint(mapped(c, toUpper));
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static int mapped(int c, boolean toUpper) {
    return toUpper ? Character.toUpperCase(c) : Character.toLowerCase(c);
  }
}
