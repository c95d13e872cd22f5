package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Operator.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code [[ … ]]}. */
final class TestReader {
  private static final List<Kind> OPERATORS =
      List.of(Kind.AND, Kind.OR, Kind.OPEN, Kind.CLOSE, Kind.LESS, Kind.GREATER);

  private final Reader reader;
  private final Input in;

  TestReader(Reader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  Command test() {
    int start = in.pos();
    in.faults.uses(Feature.DOUBLE_BRACKET, "[[", in.span(start, start + 2));
    in.skip(2);
    List<Node> terms = new ArrayList<>();
    in.gap();
    while (!in.atEnd() && !reader.commands.keyword().equals("]]")) {
      int from = in.pos();
      term(terms);
      in.gap();
      if (in.pos() == from) {
        break;
      }
    }
    if (terms.isEmpty() || !reader.commands.takeKeyword("]]")) {
      reader.commands.unclosed("[[", start, "]]");
    }
    int end = in.pos();
    List<Redirect> redirects = reader.redirects.all();
    return new Command.Test(
        redirects.isEmpty()
            ? in.span(start, end)
            : in.span(start, end).to(redirects.get(redirects.size() - 1).span()),
        List.copyOf(terms),
        redirects);
  }

  private void term(List<Node> terms) {
    int start = in.pos();
    for (Kind kind : OPERATORS) {
      if (in.looksAt(kind.symbol()) && !isProcessSubstitution()) {
        in.skip(kind.symbol().length());
        terms.add(new Operator(kind, in.span(start)));
        return;
      }
    }
    if (!reader.words.atWord()) {
      return;
    }
    if (in.looksAt("!") && in.peek(1) == '(') {
      in.skip(1);
      terms.add(new Operator(Kind.NOT, in.span(start)));
      return;
    }
    ShellWord word = reader.words.word();
    terms.add(word);
    if (word.is("=~")) {
      in.blanks();
      if (!in.atEnd() && !in.atNewline()) {
        terms.add(reader.words.word(Context.REGEX));
      }
    }
  }

  private boolean isProcessSubstitution() {
    return (in.peek() == '<' || in.peek() == '>') && in.peek(1) == '(';
  }
}
