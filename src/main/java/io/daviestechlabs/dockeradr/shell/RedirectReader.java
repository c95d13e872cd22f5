package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Redirect.Kind;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads redirects and the here-documents that they open. */
final class RedirectReader {
  private final Reader reader;
  private final Input in;

  RedirectReader(Reader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  /** All redirects from here on, as they stand behind a compound command. */
  List<Redirect> all() {
    List<Redirect> redirects = new ArrayList<>(0);
    in.blanks();
    while (atRedirect()) {
      redirects.add(redirect());
      in.blanks();
    }
    return List.copyOf(redirects);
  }

  /** Whether a redirect begins here. */
  boolean atRedirect() {
    int i = operatorIndex();
    char c = in.at(i);
    if (c == '&') {
      return i == in.pos() && in.at(i + 1) == '>';
    }
    return (c == '<' || c == '>') && in.at(i + 1) != '(';
  }

  /** Index of the character behind a descriptor, if there is one. */
  private int operatorIndex() {
    int i = in.pos();
    if (ExpansionReader.isDigit(in.at(i))) {
      while (ExpansionReader.isDigit(in.at(i))) {
        i++;
      }
    } else if (in.at(i) == '{' && ExpansionReader.isNameStart(in.at(i + 1))) {
      int end = reader.expansions.endOfName(i + 1);
      boolean operator = in.at(end + 1) == '<' || in.at(end + 1) == '>';
      return in.at(end) == '}' && operator ? end + 1 : i;
    }
    return i;
  }

  /** The redirect that begins here. */
  Redirect redirect() {
    int start = in.pos();
    int operator = operatorIndex();
    Optional<Text> descriptor =
        operator == start ? Optional.empty() : Optional.of(in.slice(start, operator));
    if (in.at(start) == '{') {
      in.faults.uses(
          Feature.NAMED_DESCRIPTOR, in.slice(start, operator) + ">", in.span(start, operator));
    }
    in.moveTo(operator);
    Kind kind = kind();
    report(kind, operator);
    Text symbol = in.slice(operator, in.pos());
    in.blanks();
    int target = in.pos();
    if (!reader.words.atWord() || in.peek() == '#' || atRedirect()) {
      reader.commands.unexpected("'" + kind.symbol() + "' without a target: ");
    }
    ShellWord word = target(kind, symbol);
    Optional<HereDocument> document =
        kind.isHereDocument() && in.pos() > target
            ? Optional.of(document(kind, word))
            : Optional.empty();
    return new Redirect(in.span(start), descriptor, kind, word, document);
  }

  /** The word behind an operator; an empty one right behind it where there is none. */
  private ShellWord target(Kind kind, Text symbol) {
    if (!reader.words.atWord()) {
      return new ShellWord(symbol, symbol.length(), symbol.length(), List.of());
    }
    return kind.isHereDocument() ? delimiter() : reader.words.word();
  }

  private Kind kind() {
    Kind longest = null;
    for (Kind kind : Kind.values()) {
      if (in.looksAt(kind.symbol())
          && (longest == null || kind.symbol().length() > longest.symbol().length())) {
        longest = kind;
      }
    }
    in.skip(longest.symbol().length());
    return longest;
  }

  private void report(Kind kind, int operator) {
    Feature feature =
        switch (kind) {
          case HERE_STRING -> Feature.HERE_STRING;
          case BOTH, BOTH_APPEND -> Feature.REDIRECT_BOTH;
          default -> null;
        };
    if (feature != null) {
      in.faults.uses(feature, kind.symbol(), in.span(operator));
    }
  }

  /** A delimiter is a word whose dollars and backquotes mean nothing. */
  private ShellWord delimiter() {
    int start = in.pos();
    List<WordPart> parts = new ArrayList<>(1);
    int literal = start;
    while (reader.words.atWord()) {
      char c = in.peek();
      int from = in.pos();
      if (c == '\'' || c == '"' || (c == '\\' && from + 1 < in.length())) {
        if (from > literal) {
          parts.add(new WordPart.Literal(in.slice(literal, from)));
        }
        parts.addAll(quoted(c));
        literal = in.pos();
      } else {
        in.skip(1);
      }
    }
    if (in.pos() > literal) {
      parts.add(new WordPart.Literal(in.slice(literal, in.pos())));
    }
    return new ShellWord(in.text, start, in.pos(), List.copyOf(parts));
  }

  private List<WordPart> quoted(char c) {
    int start = in.pos();
    int continuation = in.continuationAt(start);
    if (continuation > 0) {
      in.skip(continuation);
      return List.of();
    }
    int end = c == '\\' ? start + 2 : in.closingQuote(start) + 1;
    if (end > in.length()) {
      in.faults.syntax("unterminated " + c, in.span(start, start + 1));
    }
    in.moveTo(end);
    if (c == '\\') {
      Text.Builder text = new Text.Builder(in.text.offset(start));
      text.append(in.at(start + 1), in.text.offset(start), in.text.endOffset(start + 1));
      return List.of(new WordPart.Escaped(text.build()));
    }
    Text inner = in.slice(start + 1, Math.min(end - 1, in.length()));
    return List.of(
        c == '"'
            ? new WordPart.DoubleQuoted(in.span(start), List.of(new WordPart.Literal(inner)))
            : new WordPart.SingleQuoted(in.span(start), inner));
  }

  private HereDocument document(Kind kind, ShellWord delimiter) {
    String name = delimiter.value();
    boolean tabs = kind == Kind.HERE_DOCUMENT_WITHOUT_TABS;
    int start = in.documentStart();
    int line = start;
    Text.Builder text = new Text.Builder(in.span(start, start).start());
    boolean closed = false;
    int end = start;
    while (line < in.length() && !closed) {
      int feed = in.find('\n', line);
      int next = feed < 0 ? in.length() : feed + 1;
      int from = line;
      while (tabs && from < next && in.at(from) == '\t') {
        from++;
      }
      closed = isDelimiter(name, from, feed < 0 ? next : feed);
      if (!closed) {
        text.append(in.slice(from, next));
        end = next;
      }
      line = next;
    }
    in.documentEnd(line);
    if (!closed) {
      in.faults.doubt("here-document '" + name + "' is never closed", delimiter.span());
    }
    return content(delimiter, start, end, tabs ? text.build() : in.slice(start, end));
  }

  private boolean isDelimiter(String name, int from, int end) {
    int length = end - from;
    if (length == name.length() + 1 && in.at(end - 1) == '\r') {
      length--;
    }
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (in.at(from + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private HereDocument content(ShellWord delimiter, int start, int end, Text text) {
    boolean quoted = delimiter.isQuoted();
    List<WordPart> parts = List.of();
    if (quoted) {
      parts = text.length() == 0 ? parts : List.of(new WordPart.Literal(text));
    } else if (in.enter()) {
      parts = reader.nested(text).words.parts(Context.DOCUMENT);
      in.leave();
    }
    return new HereDocument(in.span(start, end), text, quoted, parts);
  }
}
