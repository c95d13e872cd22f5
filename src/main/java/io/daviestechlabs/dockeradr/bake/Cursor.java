package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/** A place in a bake file that moves forward. */
final class Cursor {
  final Source source;
  private final String text;
  private int at;

  Cursor(Source source) {
    this.source = source;
    this.text = source.text();
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  int offset() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character; a line feed at the end. */
  char peek() {
    return atEnd() ? '\n' : text.charAt(at);
  }

  boolean sees(String characters) {
    return text.startsWith(characters, at);
  }

  void skip(int count) {
    at = Math.min(text.length(), at + count);
  }

  boolean accept(char c) {
    if (!atEnd() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Skips blanks and comments; line ends too, if they mean nothing here. */
  void skipSpace(boolean lines) {
    while (!atEnd()) {
      char c = peek();
      if (c == '#' || sees("//")) {
        skipTo('\n');
      } else if (sees("/*")) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
        at++;
      } else {
        return;
      }
    }
  }

  /** Goes to the next character of a kind, or to the end. */
  void skipTo(char c) {
    int found = text.indexOf(c, at);
    at = found < 0 ? text.length() : found;
  }

  boolean atName() {
    return !atEnd() && (Character.isLetter(peek()) || peek() == '_');
  }

  /** Letters, digits, underscores and dashes; empty where there are none. */
  Text name() {
    int start = at;
    while (!atEnd() && isNamePart(peek())) {
      at++;
    }
    return Text.of(source, new Span(start, at));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** A string from quote to quote; stands behind it afterwards. */
  Value.Scalar string() {
    int start = at++;
    Text.Builder out = new Text.Builder(at);
    while (!atEnd() && peek() != '"' && peek() != '\n') {
      if (sees("${") || sees("%{")) {
        template(out);
      } else if (peek() == '\\') {
        escape(out);
      } else {
        out.append(peek(), at, at + 1);
        at++;
      }
    }
    accept('"');
    return new Value.Scalar(new Span(start, at), out.build());
  }

  private void escape(Text.Builder out) {
    int start = at;
    char c = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
    skip(2);
    char meant =
        switch (c) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          default -> c;
        };
    if (c == 'u' && at + 4 <= text.length()) {
      try {
        meant = (char) Integer.parseInt(text.substring(at, at + 4), 16);
        skip(4);
      } catch (NumberFormatException e) {
        meant = c;
      }
    }
    out.append(meant, start, at);
  }

  /** Copies <code>${…}</code> with all that is in it: braces and strings within count. */
  private void template(Text.Builder out) {
    int start = at;
    int depth = 0;
    boolean quoted = false;
    do {
      char c = peek();
      if (c == '\\' && quoted) {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}') {
        depth--;
      }
      at++;
    } while (!atEnd() && peek() != '\n' && (depth > 0 || at == start + 1));
    at = Math.min(at, text.length());
    out.append(source, new Span(start, at));
  }

  /** A here-document; stands at the line end behind its last line afterwards. */
  Value heredoc() {
    int start = at;
    skip(2);
    accept('-');
    String mark = name().toString();
    skipTo('\n');
    Text.Builder out = new Text.Builder(at);
    int first = source.lineAt(Math.min(at, text.length())) + 1;
    for (int line = first; line <= source.lineCount(); line++) {
      Span span = source.line(line);
      at = span.end();
      if (source.slice(span).strip().equals(mark)) {
        return new Value.Scalar(new Span(start, at), out.build());
      }
      out.append(source, source.lineWithEnd(line));
    }
    at = text.length();
    return new Value.Computed(new Span(start, at), List.of());
  }
}
