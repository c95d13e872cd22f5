package io.daviestechlabs.dockeradr.dockerfile;

import java.util.Locale;

/** Letters without regard to case, the same in every locale. */
final class Names {
  private Names() {}

  static String lower(CharSequence text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }

  static String upper(CharSequence text) {
    return text.toString().toUpperCase(Locale.ROOT);
  }
}
