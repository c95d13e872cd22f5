package io.daviestechlabs.dockeradr.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the characters of JSON as RFC 8259 has them.
 *
 * <p>Files and answers of anybody come here, so there are bounds: on how deep values may be nested,
 * and on how long numbers, names and texts may be.
 */
final class JsonReader {
  private static final int MOST_LEVELS = 1000;
  private static final int MOST_DIGITS = 1000;
  private static final int LONGEST_NAME = 50_000;
  private static final int LONGEST_TEXT = 20_000_000;
  private static final int END = -1;

  private final String json;
  private int at;
  private int levels;

  private JsonReader(String json) {
    this.json = json;
  }

  /** The first value; null where there is none or it is broken. What follows is not looked at. */
  static Json read(String json) {
    JsonReader reader = new JsonReader(json);
    Json value = reader.value();
    return value == null || reader.endsWell() ? value : null;
  }

  /** A number or a word ends where something else begins. */
  private boolean endsWell() {
    int next = peek();
    char last = json.charAt(at - 1);
    if (last >= '0' && last <= '9') {
      return next == END || isSpace(next);
    }
    boolean isWord = last >= 'a' && last <= 'z';
    return !isWord || next < '0' || !Character.isJavaIdentifierPart(next);
  }

  private Json value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> nested(true);
      case '[' -> nested(false);
      case '"' -> text();
      case 't' -> word("true", Json.TRUE);
      case 'f' -> word("false", Json.FALSE);
      case 'n' -> word("null", Json.NULL);
      default -> number();
    };
  }

  private Json nested(boolean isObject) {
    at++;
    levels++;
    Json value = levels > MOST_LEVELS ? null : isObject ? object() : array();
    levels--;
    return value;
  }

  private Json object() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (!passes('}')) {
      do {
        skipSpace();
        String name = peek() == '"' ? string(LONGEST_NAME) : null;
        Json value = name != null && passes(':') ? value() : null;
        if (value == null) {
          return null;
        }
        members.put(name, value);
      } while (passes(','));
      if (!passes('}')) {
        return null;
      }
    }
    return new Json(Collections.unmodifiableMap(members));
  }

  private Json array() {
    List<Json> elements = new ArrayList<>();
    if (!passes(']')) {
      do {
        Json element = value();
        if (element == null) {
          return null;
        }
        elements.add(element);
      } while (passes(','));
      if (!passes(']')) {
        return null;
      }
    }
    return new Json(Collections.unmodifiableList(elements));
  }

  private Json text() {
    String text = string(LONGEST_TEXT);
    return text == null ? null : new Json(text);
  }

  private Json word(String word, Json value) {
    if (!json.startsWith(word, at)) {
      return null;
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int start = at;
    skip('-');
    int first = at;
    int digits = digits();
    boolean isWhole = digits == 1 || digits > 1 && json.charAt(first) != '0';
    if (!isWhole) {
      return null;
    }
    if (skip('.')) {
      int fraction = digits();
      digits = fraction == 0 ? MOST_DIGITS + 1 : digits + fraction;
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      int exponent = digits();
      digits = exponent == 0 ? MOST_DIGITS + 1 : digits + exponent;
    }
    return digits > MOST_DIGITS ? null : new Json(new Json.Digits(json.substring(start, at)));
  }

  private int digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at - start;
  }

  /** What stands between two quotes; null where it is broken or too long. */
  private String string(int longest) {
    int start = ++at;
    StringBuilder out = null;
    for (int c = peek(); c != '"'; c = peek()) {
      if (c < ' ') {
        return null;
      }
      if (c == '\\') {
        out = out == null ? new StringBuilder() : out;
        out.append(json, start, at);
        c = escaped();
        if (c == END) {
          return null;
        }
        out.append((char) c);
        start = at;
      } else {
        at++;
      }
    }
    String rest = json.substring(start, at++);
    String string = out == null ? rest : out.append(rest).toString();
    return string.length() > longest ? null : string;
  }

  /** The character that an escape stands for; {@link #END} where it is none. */
  private int escaped() {
    at++;
    int c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> END;
    };
  }

  private int hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return END;
      }
      value = value * 16 + digit;
      at++;
    }
    return value;
  }

  private boolean passes(char wanted) {
    skipSpace();
    return skip(wanted);
  }

  private boolean skip(char wanted) {
    boolean is = peek() == wanted;
    at += is ? 1 : 0;
    return is;
  }

  private void skipSpace() {
    while (isSpace(peek())) {
      at++;
    }
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private int peek() {
    return at < json.length() ? json.charAt(at) : END;
  }
}
