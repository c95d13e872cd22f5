package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;

/** The characters of a script and the place where reading stands. */
final class Input {
  /** So many constructs within one another are read. */
  private static final int DEEPEST = 100;

  final Text text;
  final Dialect dialect;
  final Faults faults;
  private final String chars;
  private int pos;
  private int depth;

  /** The line end below which pending here-documents begin; -1 where none is pending. */
  private int documentsFrom = -1;

  /** Where reading goes on behind them. */
  private int documentsTo;

  Input(Text text, Dialect dialect, Faults faults, int depth) {
    this.text = text;
    this.dialect = dialect;
    this.faults = faults;
    this.depth = depth;
    this.chars = text.toString();
  }

  int pos() {
    return pos;
  }

  void moveTo(int index) {
    pos = Math.min(index, chars.length());
  }

  void skip(int count) {
    moveTo(pos + count);
  }

  int length() {
    return chars.length();
  }

  int depth() {
    return depth;
  }

  boolean atEnd() {
    return pos >= chars.length();
  }

  /** The character at an index, NUL behind the end. */
  char at(int index) {
    return index < chars.length() ? chars.charAt(index) : '\0';
  }

  char peek() {
    return at(pos);
  }

  char peek(int ahead) {
    return at(pos + ahead);
  }

  boolean looksAt(String token) {
    return chars.startsWith(token, pos);
  }

  boolean take(String token) {
    if (!looksAt(token)) {
      return false;
    }
    pos += token.length();
    return true;
  }

  int find(char c, int from) {
    return chars.indexOf(c, from);
  }

  Span span(int start) {
    return text.span(start, pos);
  }

  Span span(int start, int end) {
    return text.span(start, end);
  }

  /** The characters alone, for those who need no place. */
  String characters(int start, int end) {
    return chars.substring(start, end);
  }

  Text slice(int start, int end) {
    return text.subSequence(start, end);
  }

  /** One level deeper; false, and all input is gone, where that is too deep. */
  boolean enter() {
    if (depth >= DEEPEST) {
      faults.depth(text.span(pos, Math.min(pos + 1, chars.length())));
      pos = chars.length();
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Length of the line end at an index: 0 where there is none. */
  int lineEndAt(int index) {
    char c = at(index);
    if (c == '\n') {
      return 1;
    }
    return c == '\r' && at(index + 1) == '\n' ? 2 : 0;
  }

  /** Length of a backslash with its line end at an index: 0 where there is none. */
  int continuationAt(int index) {
    if (at(index) != '\\') {
      return 0;
    }
    int end = lineEndAt(index + 1);
    return end == 0 ? 0 : end + 1;
  }

  boolean atNewline() {
    return lineEndAt(pos) > 0;
  }

  /** Takes a line end and the here-documents below it. */
  void newline() {
    int line = pos;
    pos += lineEndAt(pos);
    if (documentsFrom >= line && documentsFrom < pos) {
      pos = documentsTo;
      documentsFrom = -1;
    }
  }

  /** Takes blanks and continuations. */
  void blanks() {
    while (pos < chars.length()) {
      char c = chars.charAt(pos);
      if (c == ' ' || c == '\t' || (c == '\r' && lineEndAt(pos) == 0)) {
        pos++;
      } else {
        int continuation = continuationAt(pos);
        if (continuation == 0) {
          return;
        }
        pos += continuation;
      }
    }
  }

  /** Takes blanks, and a comment if one begins there. */
  void blanksAndComment() {
    blanks();
    if (peek() == '#') {
      int start = pos;
      int end = chars.indexOf('\n', pos);
      pos = end < 0 ? chars.length() : at(end - 1) == '\r' ? end - 1 : end;
      faults.comment(new Comment(slice(start, pos)));
    }
  }

  /** Takes blanks, comments and line ends. */
  void gap() {
    blanksAndComment();
    while (atNewline()) {
      newline();
      blanksAndComment();
    }
  }

  /** Index of the first line of a here-document that is opened here. */
  int documentStart() {
    if (documentsFrom >= pos) {
      return documentsTo;
    }
    documentsFrom = endOfLine();
    documentsTo = Math.min(chars.length(), documentsFrom + lineEndAt(documentsFrom));
    return documentsTo;
  }

  /** A here-document ends at an index. */
  void documentEnd(int index) {
    documentsTo = index;
  }

  /** The line end that no quote and no backslash hides; a linear look ahead, once a line. */
  private int endOfLine() {
    int i = pos;
    while (i < chars.length() && lineEndAt(i) == 0) {
      char c = chars.charAt(i);
      if (c == '\\') {
        i += Math.max(2, continuationAt(i));
      } else if (c == '\'' || c == '"') {
        i = closingQuote(i) + 1;
      } else if (c == '#' && (at(i - 1) == ' ' || at(i - 1) == '\t')) {
        int end = chars.indexOf('\n', i);
        return end < 0 ? chars.length() : end;
      } else {
        i++;
      }
    }
    return Math.min(i, chars.length());
  }

  /** Index of the quote that ends the one at an index; the end of the text where none does. */
  int closingQuote(int open) {
    char quote = chars.charAt(open);
    int i = open + 1;
    while (i < chars.length() && chars.charAt(i) != quote) {
      i += quote == '"' && chars.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, chars.length());
  }
}
