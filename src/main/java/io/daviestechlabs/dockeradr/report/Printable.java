package io.daviestechlabs.dockeradr.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that comes from files and goes to a terminal. */
public final class Printable {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}m");

  private Printable() {}

  /** The text with {@code �} for what a terminal would act on; tabs stay. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    append(out, text, "\t");
    return out.toString();
  }

  /** The same for a text of ours that may have colours and several lines. */
  public static String coloured(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher colour = COLOUR.matcher(text);
    int end = 0;
    while (colour.find()) {
      append(out, text.substring(end, colour.start()), "\t\n");
      out.append(colour.group());
      end = colour.end();
    }
    append(out, text.substring(end), "\t\n");
    return out.toString();
  }

  private static void append(StringBuilder out, String text, String harmless) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) && harmless.indexOf(c) < 0 ? '\uFFFD' : c);
    }
  }
}
