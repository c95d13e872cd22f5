package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A JSON array as strict as Go's {@code encoding/json} reads it.
 *
 * @param kind what it turned out to be
 * @param strings its strings, if it has nothing else
 */
record JsonArray(Kind kind, List<Text> strings) {
  /** What a text can be. */
  enum Kind {
    /** An array of strings, possibly empty. */
    STRINGS,
    /** An array with something else in it. */
    OTHER,
    /** No JSON array. */
    NONE
  }

  /** Reads a text that starts with a bracket. */
  static JsonArray read(Text text) {
    return new Reader(text).array();
  }

  /** One pass over the characters, without recursion. */
  private static final class Reader {
    /** As deep as Go reads. */
    private static final int MAX_DEPTH = 10_000;

    private final Text text;
    private final List<Text> strings = new ArrayList<>();
    private final BitSet objects = new BitSet();
    private int pos;
    private int depth;
    private boolean other;
    private boolean outOfRange;

    Reader(Text text) {
      this.text = text;
    }

    JsonArray array() {
      if (!document() || outOfRange) {
        return new JsonArray(Kind.NONE, List.of());
      }
      return other
          ? new JsonArray(Kind.OTHER, List.of())
          : new JsonArray(Kind.STRINGS, List.copyOf(strings));
    }

    private boolean document() {
      boolean expectValue = true;
      do {
        space();
        if (pos == text.length()) {
          return false;
        }
        char c = text.charAt(pos);
        if (expectValue) {
          if (c == '[' || c == '{') {
            if (!open(c)) {
              return false;
            }
            expectValue = !closesAtOnce(c);
            if (expectValue && c == '{' && !key()) {
              return false;
            }
            continue;
          }
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
      space();
      return pos == text.length();
    }

    private boolean open(char c) {
      if (depth == MAX_DEPTH) {
        return false;
      }
      other |= depth > 0;
      pos++;
      objects.set(++depth, c == '{');
      return true;
    }

    private boolean closesAtOnce(char c) {
      space();
      if (pos < text.length() && text.charAt(pos) == (c == '{' ? '}' : ']')) {
        pos++;
        depth--;
        return true;
      }
      return false;
    }

    private boolean key() {
      space();
      if (pos == text.length() || text.charAt(pos) != '"' || !string(null)) {
        return false;
      }
      space();
      return pos < text.length() && text.charAt(pos++) == ':';
    }

    private boolean scalar(char c) {
      if (c == '"') {
        Text.Builder chars = depth == 1 ? new Text.Builder(text.offset(pos) + 1) : null;
        if (!string(chars)) {
          return false;
        }
        if (chars != null) {
          strings.add(chars.build());
        }
        return true;
      }
      other = true;
      return switch (c) {
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
        boolean sign = take('+') || take('-');
        if (!digits() && (sign || true)) {
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

    private boolean string(Text.Builder out) {
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
}
