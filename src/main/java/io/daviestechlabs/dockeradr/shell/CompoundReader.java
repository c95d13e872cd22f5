package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Operator.Kind;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads groups, subshells, conditions, loops, cases and functions. */
final class CompoundReader {
  private final Reader reader;
  private final Input in;

  CompoundReader(Reader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  /** The compound command that begins here; null, and nothing taken, where none does. */
  Command command() {
    int start = in.pos();
    if (in.peek() == '(') {
      boolean twice = in.peek(1) == '(' && reader.parentheses.isArithmetic(start);
      return twice ? arithmetic(start) : subshell(start);
    }
    String word = reader.commands.keyword();
    return switch (word) {
      case "{" -> group(start);
      case "if" -> condition(start);
      case "while", "until" -> loop(start, word);
      case "for" -> forLoop(start);
      case "select" -> select(start);
      case "case" -> caseOf(start);
      case "function" -> function(start);
      case "[[" -> reader.tests.test();
      case "coproc" -> in.dialect.has(Feature.COPROC) ? coprocess(start) : null;
      default -> null;
    };
  }

  private Command subshell(int start) {
    in.skip(1);
    Block body = body();
    if (!in.take(")")) {
      reader.commands.unclosed("(", start, ")");
    }
    List<Redirect> redirects = reader.redirects.all();
    return new Command.Subshell(spanTo(start, redirects, List.of(body)), body, redirects);
  }

  private Command group(int start) {
    in.skip(1);
    Block body = body();
    reader.commands.expectKeyword("}", "{", start);
    List<Redirect> redirects = reader.redirects.all();
    return new Command.Group(spanTo(start, redirects, List.of(body)), body, redirects);
  }

  private Command arithmetic(int start) {
    List<WordPart> parts = arithmeticParts(start);
    in.faults.uses(Feature.ARITHMETIC_COMMAND, "((", in.span(start, start + 2));
    List<Redirect> redirects = reader.redirects.all();
    return new Command.Arithmetic(spanTo(start, redirects, parts), parts, redirects);
  }

  private List<WordPart> arithmeticParts(int start) {
    in.moveTo(in.find('(', start) + 2);
    List<WordPart> parts = reader.words.parts(Context.ARITHMETIC);
    if (!in.take("))")) {
      reader.commands.unclosed("((", start, "))");
    }
    return parts;
  }

  /** A block that may not be empty. */
  private Block body() {
    Block body = reader.commands.nestedBlock();
    if (body.chains().isEmpty() && !in.atEnd()) {
      reader.commands.unexpected("nothing to run: ");
    }
    return body;
  }

  private Command condition(int start) {
    List<Command.Branch> branches = new ArrayList<>(1);
    Optional<Block> otherwise = Optional.empty();
    in.skip(2);
    branches.add(branch(start));
    while (reader.commands.keyword().equals("elif")) {
      int from = in.pos();
      in.skip(4);
      branches.add(branch(from));
    }
    if (reader.commands.takeKeyword("else")) {
      otherwise = Optional.of(body());
    }
    reader.commands.expectKeyword("fi", "if", start);
    List<Redirect> redirects = reader.redirects.all();
    return new Command.If(
        spanTo(start, redirects, otherwise.isPresent() ? List.of(otherwise.get()) : branches),
        List.copyOf(branches),
        otherwise,
        redirects);
  }

  private Command.Branch branch(int start) {
    Block condition = body();
    reader.commands.expectKeyword("then", in.at(start) == 'i' ? "if" : "elif", start);
    Block body = body();
    return new Command.Branch(in.span(start, start).to(body.span()), condition, body);
  }

  private Command loop(int start, String word) {
    in.skip(word.length());
    Block condition = body();
    Block body = loopBody(start, word);
    List<Redirect> redirects = reader.redirects.all();
    return new Command.Loop(
        spanTo(start, redirects, List.of(body)), word.equals("until"), condition, body, redirects);
  }

  /** {@code do … done}. */
  private Block loopBody(int start, String opener) {
    if (!reader.commands.expectKeyword("do", opener, start)) {
      return new Block(in.span(in.pos()), List.of(), List.of());
    }
    Block body = body();
    reader.commands.expectKeyword("done", "do", start);
    return body;
  }

  /** The same, or a group, as bash has it behind {@code for}. */
  private Block loopOrGroupBody(int start) {
    in.gap();
    if (!reader.commands.takeKeyword("{")) {
      return loopBody(start, "for");
    }
    Block body = body();
    reader.commands.expectKeyword("}", "{", start);
    return body;
  }

  private Command forLoop(int start) {
    in.skip(3);
    in.blanks();
    if (in.looksAt("((")) {
      return arithmeticFor(start);
    }
    return overWords(start, false);
  }

  private Command select(int start) {
    in.faults.uses(Feature.SELECT, "select", in.span(start, start + 6));
    in.skip(6);
    in.blanks();
    return overWords(start, true);
  }

  private Command arithmeticFor(int start) {
    int header = in.pos();
    in.faults.uses(Feature.ARITHMETIC_FOR, "for ((", in.span(start, header + 2));
    List<WordPart> parts = arithmeticParts(header);
    in.blanks();
    in.take(";");
    Block body = loopOrGroupBody(start);
    List<Redirect> redirects = reader.redirects.all();
    return new Command.ArithmeticFor(
        spanTo(start, redirects, List.of(body)), parts, body, redirects);
  }

  private Command overWords(int start, boolean select) {
    int from = in.pos();
    int end = reader.expansions.endOfName(from);
    if (end == from || ExpansionReader.isDigit(in.peek())) {
      reader.commands.unexpected("no name for a variable: ");
    }
    in.moveTo(end);
    Text name = in.slice(from, end);
    in.gap();
    Optional<List<ShellWord>> words = Optional.empty();
    if (reader.commands.takeKeyword("in")) {
      words = Optional.of(words());
    }
    in.blanks();
    in.take(";");
    Block body = loopOrGroupBody(start);
    List<Redirect> redirects = reader.redirects.all();
    return new Command.For(
        spanTo(start, redirects, List.of(body)), select, name, words, body, redirects);
  }

  private List<ShellWord> words() {
    List<ShellWord> words = new ArrayList<>();
    in.blanksAndComment();
    while (reader.words.atWord()) {
      words.add(reader.words.word());
      in.blanksAndComment();
    }
    return List.copyOf(words);
  }

  private Command caseOf(int start) {
    in.skip(4);
    in.blanks();
    if (!reader.words.atWord()) {
      reader.commands.unexpected("");
    }
    ShellWord subject = reader.words.word();
    List<Command.Choice> choices = new ArrayList<>();
    if (reader.commands.expectKeyword("in", "case", start)) {
      in.gap();
      while (!in.atEnd() && !reader.commands.keyword().equals("esac")) {
        int from = in.pos();
        choices.add(choice());
        in.gap();
        if (in.pos() == from) {
          break;
        }
      }
      reader.commands.expectKeyword("esac", "case", start);
    }
    List<Redirect> redirects = reader.redirects.all();
    return new Command.Case(
        spanTo(start, redirects, choices.isEmpty() ? List.of(subject) : choices),
        subject,
        List.copyOf(choices),
        redirects);
  }

  private Command.Choice choice() {
    int start = in.pos();
    List<ShellWord> patterns = new ArrayList<>(1);
    in.take("(");
    do {
      in.blanks();
      if (!reader.words.atWord()) {
        reader.commands.unexpected("");
        break;
      }
      patterns.add(reader.words.word());
      in.blanks();
    } while (in.take("|"));
    if (!in.take(")")) {
      reader.commands.unexpected("')' expected behind a pattern: ");
    }
    int close = in.pos();
    Block body = reader.commands.nestedBlock();
    int end = body.chains().isEmpty() ? close : in.pos();
    Optional<Operator> last = choiceEnd();
    return new Command.Choice(
        last.map(o -> in.span(start, start).to(o.span()))
            .orElse(in.span(start, Math.max(close, end)).to(body.span())),
        List.copyOf(patterns),
        body,
        last);
  }

  private Optional<Operator> choiceEnd() {
    int start = in.pos();
    for (Kind kind : List.of(Kind.CONTINUE, Kind.BREAK, Kind.FALL_THROUGH)) {
      if (in.take(kind.symbol())) {
        if (kind != Kind.BREAK) {
          in.faults.uses(Feature.CASE_FALL_THROUGH, kind.symbol(), in.span(start));
        }
        return Optional.of(new Operator(kind, in.span(start)));
      }
    }
    return Optional.empty();
  }

  private Command function(int start) {
    in.faults.uses(Feature.FUNCTION_KEYWORD, "function", in.span(start, start + 8));
    in.skip(8);
    in.blanks();
    if (!reader.words.atWord()) {
      reader.commands.unexpected("no name for a function: ");
    }
    ShellWord name = reader.words.word();
    in.blanks();
    if (in.peek() == '(' && in.peek(1) == ')') {
      in.skip(2);
    }
    return functionBody(start, name.literal().orElse(name.text()));
  }

  /** What follows the name and its brackets. */
  Command functionBody(int start, Text name) {
    in.gap();
    int from = in.pos();
    if (in.atEnd() || reader.commands.atCloser() || reader.commands.keyword().equals("!")) {
      reader.commands.unexpected("a function without a body: ");
    }
    Command body = reader.commands.nestedCommand();
    if (in.pos() == from) {
      reader.commands.unexpected("a function without a body: ");
    } else if (body instanceof SimpleCommand && in.dialect.has(Feature.COPROC)) {
      in.faults.syntax("a function whose body is no group", body.span());
    }
    return new Command.Function(in.span(start, start).to(body.span()), name, body);
  }

  private Command coprocess(int start) {
    in.skip(6);
    in.blanks();
    int from = in.pos();
    int end = reader.expansions.endOfName(from);
    Command compound = null;
    Optional<Text> name = Optional.empty();
    if (end > from && (in.at(end) == ' ' || in.at(end) == '\t')) {
      in.moveTo(end);
      in.blanks();
      compound = reader.commands.keyword().equals("coproc") ? null : command();
      name = compound == null ? name : Optional.of(in.slice(from, end));
    }
    if (compound == null) {
      in.moveTo(from);
      compound = reader.commands.nestedCommand();
    }
    if (in.pos() == from) {
      reader.commands.unexpected("");
    }
    return new Command.Coprocess(in.span(start, start).to(compound.span()), name, compound);
  }

  /** From an index to the last redirect, or to where reading stands without the blanks before. */
  private Span spanTo(int start, List<Redirect> redirects, List<? extends Node> inner) {
    if (!redirects.isEmpty()) {
      return in.span(start, start).to(redirects.get(redirects.size() - 1).span());
    }
    int end = in.pos();
    while (end > start + 1 && isBlank(end - 1)) {
      end--;
    }
    Span span = in.span(start, end);
    return inner.isEmpty() ? span : span.to(inner.get(inner.size() - 1).span());
  }

  private boolean isBlank(int index) {
    char c = in.at(index);
    return c == ' '
        || c == '\t'
        || c == '\r'
        || c == '\n'
        || (c == '\\' && in.continuationAt(index) > 0);
  }
}
