package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.BitSet;

/** Moves over JSON that is as strict as Go's {@code encoding/json}, without recursion. */
final class JsonCursor {
  /** As deep as Go reads. */
  private static final int MAX_DEPTH = 10_000;

  private final Text text;
  private int pos;
  private boolean outOfRange;

  JsonCursor(Text text) {
    this.text = text;
  }

  /** Whether a number was passed that no 64-bit floating-point number can hold. */
  boolean outOfRange() {
    return outOfRange;
  }

  /** Passes white space; whether nothing follows. */
  boolean atEnd() {
    space();
    return pos == text.length();
  }

  /** Passes white space; the next character, or 0 at the end. */
  char peek() {
    return atEnd() ? 0 : text.charAt(pos);
  }

  /** Passes white space and a character, if it is the next one. */
  boolean pass(char c) {
    space();
    return take(c);
  }

  /** Offset of the next character in the file. */
  int offset() {
    return pos < text.length() ? text.offset(pos) : text.span().end();
  }

  /** Passes a value of any kind; false if there is none. */
  boolean skip() {
    BitSet objects = new BitSet();
    int depth = 0;
    boolean expectValue = true;
    do {
      char c = peek();
      if (expectValue && (c == '[' || c == '{')) {
        if (depth == MAX_DEPTH) {
          return false;
        }
        pos++;
        objects.set(++depth, c == '{');
        if (pass(c == '{' ? '}' : ']')) {
          depth--;
          expectValue = false;
        } else if (c == '{' && !key()) {
          return false;
        }
      } else if (expectValue) {
        if (!scalar(c)) {
          return false;
        }
        expectValue = false;
      } else if (c == ',') {
        pos++;
        if (objects.get(depth) && !key()) {
          return false;
        }
        expectValue = true;
      } else if (c == (objects.get(depth) ? '}' : ']')) {
        pos++;
        depth--;
      } else {
        return false;
      }
    } while (depth > 0);
    return true;
  }

  private boolean key() {
    return peek() == '"' && string(null) && pass(':');
  }

  private boolean scalar(char c) {
    return switch (c) {
      case '"' -> string(null);
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    };
  }

  private boolean literal(String word) {
    boolean there = pos + word.length() <= text.length() && text.toString().startsWith(word, pos);
    pos += word.length();
    return there;
  }

  private boolean number() {
    int start = pos;
    take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    if (take('.') && !digits()) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      if (!digits()) {
        return false;
      }
    }
    String number = text.subSequence(start, pos).toString();
    // Go refuses what no float64 can hold, and then BuildKit takes the line for shell form
    outOfRange |= Double.isInfinite(Double.parseDouble(number));
    return true;
  }

  private boolean take(char c) {
    if (pos < text.length() && text.charAt(pos) == c) {
      pos++;
      return true;
    }
    return false;
  }

  private boolean digits() {
    int start = pos;
    while (pos < text.length() && text.charAt(pos) >= '0' && text.charAt(pos) <= '9') {
      pos++;
    }
    return pos > start;
  }

  /**
   * Passes a string.
   *
   * @param out takes its characters after unescaping, if it is there
   */
  boolean string(Text.Builder out) {
    pos++;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '"') {
        pos++;
        return true;
      }
      if (c < ' ') {
        return false;
      }
      if (c == '\\') {
        if (!escaped(out)) {
          return false;
        }
      } else {
        add(out, c, pos, pos + 1);
        pos++;
      }
    }
    return false;
  }

  private boolean escaped(Text.Builder out) {
    if (pos + 1 == text.length()) {
      return false;
    }
    char c = text.charAt(pos + 1);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      add(out, "\"\\/\b\f\n\r\t".charAt(plain), pos, pos + 2);
      pos += 2;
      return true;
    }
    int unit = c == 'u' ? unit(pos) : -1;
    if (unit < 0) {
      return false;
    }
    char first = (char) unit;
    int second = Character.isHighSurrogate(first) ? unit(pos + 6) : -1;
    if (second >= 0 && Character.isLowSurrogate((char) second)) {
      add(out, first, pos, pos + 6);
      add(out, (char) second, pos + 6, pos + 12);
      pos += 12;
    } else {
      add(out, Character.isSurrogate(first) ? '\ufffd' : first, pos, pos + 6);
      pos += 6;
    }
    return true;
  }

  /** The code unit of a {@code \\u} escape at an index; -1 if there is none. */
  private int unit(int at) {
    if (at + 6 > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private void add(Text.Builder out, char c, int from, int to) {
    if (out != null) {
      out.append(c, text.offset(from), text.endOffset(to - 1));
    }
  }

  private void space() {
    while (pos < text.length() && isSpace(text.charAt(pos))) {
      pos++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
