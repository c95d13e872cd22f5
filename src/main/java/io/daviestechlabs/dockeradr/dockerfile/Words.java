package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@link Word} into its parts. */
final class Words {
  /** Deeper nesting than anybody writes; BuildKit has no limit, our stack has. */
  private static final int MAX_DEPTH = 100;

  private static final char NONE = '\uffff';

  private final Text text;
  private final char escape;
  private final boolean quotes;
  private int pos;
  private String fault;

  private Words(Text text, char escape, boolean quotes) {
    this.text = text;
    this.escape = escape;
    this.quotes = quotes;
  }

  /**
   * @param parts what was read before the fault
   * @param fault what is wrong, as BuildKit words it
   */
  record Parsed(List<Part> parts, Optional<String> fault) {}

  static Parsed parse(Text text, char escape) {
    return parse(text, escape, true);
  }

  /**
   * @param quotes whether quotes are quotes, which they are not in a here-document
   */
  static Parsed parse(Text text, char escape, boolean quotes) {
    Words words = new Words(text, escape, quotes);
    List<Part> parts = words.until(NONE, 0);
    return new Parsed(parts, Optional.ofNullable(words.fault));
  }

  /** Reads up to a stop character, which is consumed, or to the end if there is none. */
  private List<Part> until(char stop, int depth) {
    List<Part> parts = new ArrayList<>(1);
    int plain = pos;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      boolean quote = quotes && (c == '"' || c == '\'');
      boolean special = c == stop || c == '$' || quote || c == escape;
      if (!special) {
        pos++;
        continue;
      }
      literal(parts, plain, pos);
      if (c == stop) {
        pos++;
        return parts;
      }
      if (c == '$') {
        variable(parts, Part.Quote.NONE, depth);
      } else if (c == '\'') {
        singleQuoted(parts);
      } else if (c == '"') {
        doubleQuoted(parts, depth);
      } else {
        escaped(parts);
      }
      if (fault != null) {
        return parts;
      }
      plain = pos;
    }
    literal(parts, plain, pos);
    if (stop != NONE) {
      fault = "unexpected end of statement while looking for matching " + stop;
    }
    return parts;
  }

  private void literal(List<Part> parts, int start, int end) {
    if (end > start) {
      Text same = text.subSequence(start, end);
      parts.add(new Part.Literal(same, same, Part.Quote.NONE));
    }
  }

  private void escaped(List<Part> parts) {
    int start = pos;
    int end = Math.min(start + 2, text.length());
    if (end - start == 2
        && Character.isHighSurrogate(text.charAt(start + 1))
        && end < text.length()) {
      end++;
    }
    Text what = text.subSequence(start + 1, end);
    parts.add(new Part.Literal(text.subSequence(start, end), what, Part.Quote.ESCAPE));
    pos = end;
  }

  private void singleQuoted(List<Part> parts) {
    int close = text.indexOf('\'', pos + 1);
    if (close < 0) {
      pos = text.length();
      fault = "unexpected end of statement while looking for matching single-quote";
      return;
    }
    parts.add(
        new Part.Literal(
            text.subSequence(pos, close + 1), text.subSequence(pos + 1, close), Part.Quote.SINGLE));
    pos = close + 1;
  }

  private void doubleQuoted(List<Part> parts, int depth) {
    int start = pos++;
    Text.Builder chars = new Text.Builder(text.offset(start));
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '"') {
        pos++;
        parts.add(new Part.Literal(text.subSequence(start, pos), chars.build(), Part.Quote.DOUBLE));
        return;
      }
      if (c == '$') {
        parts.add(new Part.Literal(text.subSequence(start, pos), chars.build(), Part.Quote.DOUBLE));
        variable(parts, Part.Quote.DOUBLE, depth);
        if (fault != null) {
          return;
        }
        start = pos;
        chars = new Text.Builder(pos < text.length() ? text.offset(pos) : text.span().end());
        continue;
      }
      if (c == escape && pos + 1 < text.length() && escapable(text.charAt(pos + 1))) {
        chars.append(text.charAt(pos + 1), text.offset(pos), text.endOffset(pos + 1));
        pos += 2;
        continue;
      }
      if (c != escape || pos + 1 < text.length()) {
        chars.append(c, text.offset(pos), text.endOffset(pos));
      }
      pos++;
    }
    fault = "unexpected end of statement while looking for matching double-quote";
  }

  private boolean escapable(char c) {
    return c == '"' || c == '$' || c == escape;
  }

  private void variable(List<Part> parts, Part.Quote quote, int depth) {
    int start = pos++;
    if (pos < text.length() && text.charAt(pos) == '{') {
      pos++;
      braced(parts, start, quote, depth);
      return;
    }
    Text name = name();
    if (name.length() == 0) {
      Text dollar = text.subSequence(start, pos);
      parts.add(new Part.Literal(dollar, dollar, quote));
      return;
    }
    parts.add(variable(start, name, "", null, null, quote));
  }

  private void braced(List<Part> parts, int start, Part.Quote quote, int depth) {
    if (pos == text.length()) {
      fault = "syntax error: missing '}'";
      return;
    }
    char first = text.charAt(pos);
    if (first == '{' || first == '}' || first == ':') {
      fault = "syntax error: bad substitution";
      return;
    }
    if (depth == MAX_DEPTH) {
      fault = "variables are nested too deeply";
      return;
    }
    Text name = name();
    if (pos == text.length()) {
      // as processDollar, which shows the end of the text as a character
      fault = "unsupported modifier (\ufffd) in substitution";
      return;
    }
    char c = text.charAt(pos++);
    if (c == '}') {
      parts.add(variable(start, name, "", null, null, quote));
      return;
    }
    if (c == '/') {
      replacement(parts, start, name, quote, depth);
      return;
    }
    String operator = operator(c);
    if (fault != null) {
      return;
    }
    Word argument = nested(parts, '}', "syntax error: missing '}'", depth);
    if (argument != null) {
      parts.add(variable(start, name, operator, argument, null, quote));
    }
  }

  private String operator(char c) {
    if (c == ':') {
      String next = pos < text.length() ? character(pos) : "";
      pos += next.length();
      if (next.equals("#") || next.equals("%")) {
        fault = "unsupported modifier (:" + next + ") in substitution";
      }
      // another character is refused only once the value is asked for
      return ":" + next;
    }
    if ("+-?#%".indexOf(c) < 0) {
      fault = "unsupported modifier (" + character(pos - 1) + ") in substitution";
    }
    if ((c == '#' || c == '%') && pos < text.length() && text.charAt(pos) == c) {
      pos++;
      return "" + c + c;
    }
    return String.valueOf(c);
  }

  private String character(int index) {
    return Character.toString(Character.codePointAt(text, index));
  }

  private void replacement(List<Part> parts, int start, Text name, Part.Quote quote, int depth) {
    boolean all = pos < text.length() && text.charAt(pos) == '/';
    if (all) {
      pos++;
    }
    Word pattern = nested(parts, '/', "syntax error: missing '/' in ${}", depth);
    if (pattern == null) {
      return;
    }
    Word by = nested(parts, '}', "syntax error: missing '}'", depth);
    if (by != null) {
      parts.add(variable(start, name, all ? "//" : "/", pattern, by, quote));
    }
  }

  /** Reads a word within braces; null after a fault, with what was read added to the parts. */
  private Word nested(List<Part> parts, char stop, String missing, int depth) {
    int start = pos;
    List<Part> inner = until(stop, depth + 1);
    if (fault == null) {
      return new Word(text.subSequence(start, pos - 1), escape);
    }
    if (pos == text.length()) {
      fault = missing;
    }
    parts.addAll(inner);
    return null;
  }

  private Part variable(
      int start, Text name, String operator, Word argument, Word by, Part.Quote quote) {
    return new Part.Variable(
        text.subSequence(start, pos),
        name,
        operator,
        Optional.ofNullable(argument),
        Optional.ofNullable(by),
        quote);
  }

  /** A name, a positional parameter or one of the shell's special ones. */
  private Text name() {
    int start = pos;
    if (pos < text.length() && isSpecial(text.charAt(pos))) {
      pos++;
      return text.subSequence(start, pos);
    }
    boolean number = pos < text.length() && Character.isDigit(Character.codePointAt(text, pos));
    while (pos < text.length()) {
      int c = Character.codePointAt(text, pos);
      boolean belongs = Character.isDigit(c) || (!number && (c == '_' || Character.isLetter(c)));
      if (!belongs) {
        break;
      }
      pos += Character.charCount(c);
    }
    return text.subSequence(start, pos);
  }

  private static boolean isSpecial(char c) {
    return "@*#?-$!".indexOf(c) >= 0;
  }
}
