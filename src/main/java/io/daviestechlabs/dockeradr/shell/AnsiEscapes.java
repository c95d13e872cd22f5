package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;

/** Resolves the escapes of {@code $'…'}. */
final class AnsiEscapes {
  private static final String LETTERS = "abeEfnrtv\\'\"?";
  private static final String MEANINGS = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

  private final Text raw;
  private final Text.Builder out;
  private int pos;

  private AnsiEscapes(Text raw) {
    this.raw = raw;
    this.out = new Text.Builder(raw.span().start());
  }

  static Text decode(Text raw) {
    if (raw.indexOf('\\', 0) < 0) {
      return raw;
    }
    AnsiEscapes escapes = new AnsiEscapes(raw);
    while (escapes.pos < raw.length()) {
      escapes.next();
    }
    return escapes.out.build();
  }

  private void next() {
    char c = raw.charAt(pos);
    if (c != '\\' || pos + 1 == raw.length()) {
      literal(1);
      return;
    }
    char letter = raw.charAt(pos + 1);
    int known = LETTERS.indexOf(letter);
    if (known >= 0) {
      put(MEANINGS.charAt(known), pos + 2);
    } else if (letter >= '0' && letter <= '7') {
      number(pos + 1, 3, 8);
    } else if (letter == 'x') {
      number(pos + 2, 2, 16);
    } else if (letter == 'u') {
      number(pos + 2, 4, 16);
    } else if (letter == 'U') {
      number(pos + 2, 8, 16);
    } else if (letter == 'c' && pos + 2 < raw.length()) {
      put((char) (raw.charAt(pos + 2) & 0x1f), pos + 3);
    } else {
      literal(2);
    }
  }

  private void number(int start, int digits, int radix) {
    int end = start;
    long value = 0;
    while (end < raw.length()
        && end < start + digits
        && Character.digit(raw.charAt(end), radix) >= 0) {
      value = value * radix + Character.digit(raw.charAt(end), radix);
      end++;
    }
    if (end == start || !Character.isValidCodePoint((int) value)) {
      literal(end - pos);
      return;
    }
    int first = pos;
    for (char c : Character.toChars((int) value)) {
      out.append(c, raw.offset(first), raw.endOffset(end - 1));
    }
    pos = end;
  }

  private void put(char c, int end) {
    out.append(c, raw.offset(pos), raw.endOffset(end - 1));
    pos = end;
  }

  private void literal(int count) {
    out.append(raw.subSequence(pos, pos + count));
    pos += count;
  }
}
