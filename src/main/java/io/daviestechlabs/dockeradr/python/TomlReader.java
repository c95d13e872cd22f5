package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads TOML from top to bottom. */
final class TomlReader {
  private static final int DEEPEST = 64;

  /** What ends a number, a date or a truth value. */
  private static final String ENDS = ",]}#\n\r";

  private final Text text;
  private final String chars;
  private int pos;

  TomlReader(Source source) {
    this.text = Text.of(source);
    this.chars = source.text();
  }

  Toml.Table read() {
    Toml.Table root = new Toml.Table();
    Toml.Table current = root;
    pos = chars.startsWith("\uFEFF") ? 1 : 0;
    for (blanks(true); pos < chars.length(); blanks(true)) {
      if (take("[[")) {
        keys();
        // several tables of one name: nobody asks for one of them
        current = new Toml.Table();
      } else if (take("[")) {
        List<Text> path = keys();
        current = path.isEmpty() ? new Toml.Table() : root.descend(path);
      } else {
        entry(current, 0);
      }
      line();
    }
    return root;
  }

  /** Reads {@code key = value}; false if it is none. */
  private boolean entry(Toml.Table table, int depth) {
    List<Text> path = keys();
    blanks(false);
    if (path.isEmpty() || !take("=")) {
      return false;
    }
    blanks(false);
    table.put(path, value(depth));
    return true;
  }

  private Toml.Value value(int depth) {
    if (depth > DEEPEST) {
      pos = chars.length();
    } else if (take("[")) {
      return array(depth);
    } else if (take("{")) {
      return table(depth);
    } else if (pos < chars.length() && (chars.charAt(pos) == '"' || chars.charAt(pos) == '\'')) {
      return new Toml.Str(string());
    }
    while (pos < chars.length() && ENDS.indexOf(chars.charAt(pos)) < 0) {
      pos++;
    }
    return new Toml.Other();
  }

  private Toml.Array array(int depth) {
    List<Toml.Value> values = new ArrayList<>();
    blanks(true);
    while (pos < chars.length() && !take("]")) {
      int before = pos;
      values.add(value(depth + 1));
      blanks(true);
      if (!take(",") && pos == before) {
        pos++;
      }
      blanks(true);
    }
    return new Toml.Array(values);
  }

  private Toml.Table table(int depth) {
    Toml.Table table = new Toml.Table();
    blanks(true);
    while (pos < chars.length() && !take("}")) {
      if (!entry(table, depth + 1)) {
        return table;
      }
      blanks(true);
      take(",");
      blanks(true);
    }
    return table;
  }

  /** A key of one or more parts with dots between; none if there is none. */
  private List<Text> keys() {
    List<Text> keys = new ArrayList<>();
    do {
      blanks(false);
      int start = pos;
      if (pos < chars.length() && (chars.charAt(pos) == '"' || chars.charAt(pos) == '\'')) {
        keys.add(string());
      } else {
        while (pos < chars.length() && isBare(chars.charAt(pos))) {
          pos++;
        }
        if (start == pos) {
          return List.of();
        }
        keys.add(text.subSequence(start, pos));
      }
      blanks(false);
    } while (take("."));
    return keys;
  }

  private static boolean isBare(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '-';
  }

  private Text string() {
    String quote = chars.substring(pos, pos + 1);
    boolean isLong = chars.startsWith(quote.repeat(3), pos);
    String end = isLong ? quote.repeat(3) : quote;
    pos += end.length();
    if (isLong) {
      take("\r");
      take("\n");
    }
    Text.Builder out = new Text.Builder(pos);
    while (pos < chars.length() && !chars.startsWith(end, pos)) {
      char c = chars.charAt(pos);
      if (!isLong && c == '\n') {
        return out.build();
      } else if (c == '\\' && quote.equals("\"")) {
        escape(out);
      } else {
        out.append(c, pos, pos + 1);
        pos++;
      }
    }
    take(end);
    return out.build();
  }

  private void escape(Text.Builder out) {
    int start = pos;
    char c = pos + 1 < chars.length() ? chars.charAt(pos + 1) : '\\';
    pos = Math.min(chars.length(), pos + 2);
    int named = "btnfre".indexOf(c);
    if (Character.isWhitespace(c)) {
      // a line that goes on: the line end and the blanks behind it are not there
      while (pos < chars.length() && Character.isWhitespace(chars.charAt(pos))) {
        pos++;
      }
    } else if (c == 'u' || c == 'U') {
      int digits = c == 'u' ? 4 : 8;
      pos = Math.min(chars.length(), pos + digits);
      out.append('?', start, pos);
    } else {
      out.append(named < 0 ? c : ' ', start, pos);
    }
  }

  /** Passes what is left of a line. */
  private void line() {
    int end = chars.indexOf('\n', pos);
    pos = end < 0 ? chars.length() : end + 1;
  }

  private boolean take(String token) {
    boolean there = chars.startsWith(token, pos);
    pos += there ? token.length() : 0;
    return there;
  }

  /** Passes blanks, and line ends with the comments before them if asked to. */
  private void blanks(boolean lines) {
    while (pos < chars.length()) {
      char c = chars.charAt(pos);
      if (c == '#' && lines) {
        int end = chars.indexOf('\n', pos);
        pos = end < 0 ? chars.length() : end;
      } else if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r'))) {
        pos++;
      } else {
        return;
      }
    }
  }
}
