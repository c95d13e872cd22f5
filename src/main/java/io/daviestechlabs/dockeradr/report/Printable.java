package io.daviestechlabs.dockeradr.report;

/** Text that comes from files and goes to a terminal. */
final class Printable {
  private Printable() {}

  /** The text with {@code �} for what a terminal would act on; tabs stay. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c);
    }
    return out.toString();
  }
}
