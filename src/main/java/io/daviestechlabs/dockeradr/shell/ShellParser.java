package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements and commands, by recursive descent over the characters themselves. */
final class ShellParser extends WordReader {
  private static final Set<String> CLOSERS =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

  /** Here-documents whose bodies begin at the next line. */
  private final Deque<PendingBody> pending = new ArrayDeque<>();

  private int nested;

  private static final class PendingBody {
    private final List<Redirect> redirects;
    private final int index;

    PendingBody(List<Redirect> redirects, int index) {
      this.redirects = redirects;
      this.index = index;
    }
  }

  ShellParser(Text text, Dialect dialect, int depth) {
    super(text, dialect, depth);
  }

  /** All of the text. */
  List<Statement> script() {
    List<Statement> statements = body();
    if (!done()) {
      fail(at, "unexpected '" + unexpected() + "'");
    }
    return statements;
  }

  /** Statements up to a parenthesis, {@code ;;}, or a word that closes a compound command. */
  List<Statement> body() {
    List<Statement> statements = new ArrayList<>();
    if (++nested + depth > DEEPEST) {
      fail(at, "nested too deep");
    }
    blank(true);
    while (!done() && !looking(")") && !looking(";;") && !looking(";&") && !atCloser()) {
      int start = at;
      Command command = chain();
      if (at == start) {
        break;
      }
      boolean background = false;
      int end = at;
      blank(false);
      if (looking("&") && !looking("&&")) {
        background = true;
        at++;
      } else if (looking(";") && !looking(";;") && !looking(";&")) {
        at++;
      } else if (!done() && peek() != '\n' && !looking(")") && !looking(";") && !failed()) {
        if (!atCloser()) {
          fail(at, "unexpected '" + unexpected() + "'");
        }
      }
      statements.add(new Statement(text.span(start, end), command, background));
      blank(true);
    }
    nested--;
    return statements;
  }

  private boolean atCloser() {
    return CLOSERS.contains(reserved());
  }

  private Command chain() {
    int start = at;
    List<Command> commands = new ArrayList<>();
    List<Text> operators = new ArrayList<>();
    commands.add(pipeline());
    int end = at;
    blank(false);
    while (looking("&&") || looking("||")) {
      operators.add(text.subSequence(at, at + 2));
      at += 2;
      blank(true);
      int before = at;
      Command next = pipeline();
      if (next.span().length() == 0) {
        fail(before, "a command is missing behind '" + operators.get(operators.size() - 1) + "'");
        break;
      }
      commands.add(next);
      end = at;
      blank(false);
    }
    return commands.size() == 1
        ? commands.get(0)
        : new Command.Chain(text.span(start, end), List.copyOf(commands), List.copyOf(operators));
  }

  private Command pipeline() {
    int start = at;
    boolean negated = false;
    while (reserved().equals("!")) {
      negated = true;
      at++;
      blank(false);
    }
    List<Command> commands = new ArrayList<>();
    commands.add(command());
    int end = at;
    blank(false);
    while (looking("|") && !looking("||")) {
      at++;
      take("&");
      blank(true);
      int before = at;
      Command next = command();
      if (next.span().length() == 0) {
        fail(before, "a command is missing behind '|'");
        break;
      }
      commands.add(next);
      end = at;
      blank(false);
    }
    at = failed() ? at : end;
    return commands.size() == 1 && !negated
        ? commands.get(0)
        : new Command.Pipeline(text.span(start, end), negated, List.copyOf(commands));
  }

  private Command command() {
    int start = at;
    if (looking("((") && bash()) {
      Optional<Command> arithmetic = arithmeticCommand();
      if (arithmetic.isPresent()) {
        return arithmetic.get();
      }
    }
    if (take("(")) {
      List<Statement> body = body();
      close(start, ")");
      return new Command.Group(span(start), true, body, redirects());
    }
    return switch (reserved()) {
      case "{" -> group();
      case "if" -> conditional();
      case "while", "until" -> whileLoop();
      case "for", "select" -> forLoop();
      case "case" -> caseCommand();
      case "function" -> bash() ? function() : simple();
      case "[[" -> bash() ? test() : simple();
      default -> simple();
    };
  }

  private Command group() {
    int start = at++;
    List<Statement> body = body();
    close(start, "}");
    return new Command.Group(span(start), false, body, redirects());
  }

  private Command conditional() {
    int start = at;
    List<List<Statement>> conditions = new ArrayList<>();
    List<List<Statement>> bodies = new ArrayList<>();
    keyword("if");
    conditions.add(body());
    expect(start, "then");
    bodies.add(body());
    while (!failed() && reserved().equals("elif")) {
      keyword("elif");
      conditions.add(body());
      expect(start, "then");
      bodies.add(body());
    }
    if (!failed() && reserved().equals("else")) {
      keyword("else");
      bodies.add(body());
    }
    expect(start, "fi");
    return new Command.If(span(start), conditions, bodies, redirects());
  }

  private Command whileLoop() {
    int start = at;
    Text word = keyword(reserved());
    List<Statement> condition = body();
    expect(start, "do");
    List<Statement> body = body();
    expect(start, "done");
    return new Command.Loop(span(start), word, List.of(), condition, body, redirects());
  }

  private Command forLoop() {
    int start = at;
    Text word = keyword(reserved());
    blank(false);
    List<ShellWord> words = new ArrayList<>();
    if (bash() && looking("((")) {
      arithmeticCommand();
    } else {
      word();
      blank(true);
      if (reserved().equals("in")) {
        at += 2;
        blank(false);
        for (Optional<ShellWord> next = word(); next.isPresent(); next = word()) {
          words.add(next.get());
          blank(false);
        }
      }
    }
    blank(false);
    take(";");
    blank(true);
    boolean braces = bash() && reserved().equals("{");
    expect(start, braces ? "{" : "do");
    List<Statement> body = body();
    expect(start, braces ? "}" : "done");
    return new Command.Loop(span(start), word, words, List.of(), body, redirects());
  }

  private Command caseCommand() {
    int start = at;
    keyword("case");
    blank(false);
    Optional<ShellWord> subject = word();
    blank(true);
    expect(start, "in");
    List<Command.Arm> arms = new ArrayList<>();
    blank(true);
    while (!done() && !reserved().equals("esac")) {
      arms.add(arm(start));
      blank(true);
    }
    expect(start, "esac");
    return new Command.Case(
        span(start),
        subject.orElseGet(() -> ShellWord.literal(Text.empty(text.span(start, start).start()))),
        arms,
        redirects());
  }

  private Command.Arm arm(int start) {
    take("(");
    List<ShellWord> patterns = new ArrayList<>();
    do {
      blank(false);
      Optional<ShellWord> pattern = word();
      if (pattern.isEmpty()) {
        fail(at, "a pattern of 'case' is missing");
        return new Command.Arm(List.of(), List.of());
      }
      patterns.add(pattern.get());
      blank(false);
    } while (take("|"));
    if (!take(")")) {
      fail(start, "a pattern of 'case' lacks its ')'");
    }
    List<Statement> body = body();
    if (take(";;&") || take(";;") || take(";&")) {
      blank(true);
    } else if (!done() && !reserved().equals("esac")) {
      fail(at, "unexpected '" + unexpected() + "'");
    }
    return new Command.Arm(patterns, body);
  }

  private Command function() {
    int start = at;
    keyword("function");
    blank(false);
    int name = at;
    while (!done() && !endsWord(peek())) {
      at++;
    }
    Text nameText = text.subSequence(name, at);
    blank(false);
    if (take("(")) {
      blank(false);
      take(")");
    }
    return functionBody(start, nameText);
  }

  private Command functionBody(int start, Text name) {
    blank(true);
    if (++nested + depth > DEEPEST) {
      fail(at, "nested too deep");
    }
    int before = at;
    Command body = command();
    nested--;
    if (at == before) {
      fail(before, "the function '" + name + "' has no body");
      return new Command.Function(span(start), name, Optional.empty());
    }
    return new Command.Function(span(start), name, Optional.of(body));
  }

  private Command test() {
    int start = at;
    at += 2;
    List<ShellWord> words = new ArrayList<>();
    blank(true);
    while (!done() && !looking("]]")) {
      int before = at;
      Optional<ShellWord> word = word();
      if (word.isPresent()) {
        words.add(word.get());
      } else {
        at = before + 1;
      }
      blank(true);
    }
    close(start, "]]");
    return new Command.Test(span(start), words, redirects());
  }

  private Optional<Command> arithmeticCommand() {
    int start = at;
    int level = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        level++;
      } else if (c == ')' && --level == 0) {
        if (text.charAt(i - 1) != ')') {
          return Optional.empty();
        }
        at = i + 1;
        return Optional.of(new Command.Test(span(start), List.of(), redirects()));
      }
    }
    return Optional.empty();
  }

  private Command simple() {
    int start = at;
    List<Assignment> assignments = new ArrayList<>();
    List<ShellWord> words = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    int end = at;
    while (!done()) {
      blank(false);
      if (redirect(redirects)) {
        end = at;
        continue;
      }
      int before = at;
      if (words.isEmpty()) {
        Optional<Assignment> assignment = assignment();
        if (assignment.isPresent()) {
          assignments.add(assignment.get());
          end = at;
          continue;
        }
      }
      Optional<ShellWord> word = word();
      if (word.isEmpty()) {
        at = before;
        if (words.size() == 1 && assignments.isEmpty() && isFunctionHead()) {
          return functionBody(start, words.get(0).text());
        }
        break;
      }
      words.add(word.get());
      end = at;
    }
    at = failed() ? at : end;
    return new Command.Simple(
        text.span(start, Math.max(start, end)),
        List.copyOf(assignments),
        List.copyOf(words),
        // Filled in when the bodies of its here-documents come.
        redirects);
  }

  /** Takes {@code ()} behind a name. */
  private boolean isFunctionHead() {
    int before = at;
    if (take("(")) {
      blank(false);
      if (take(")")) {
        return true;
      }
    }
    at = before;
    return false;
  }

  private Optional<Assignment> assignment() {
    int start = at;
    int i = at;
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    if (i == at || Character.isDigit(text.charAt(at))) {
      return Optional.empty();
    }
    int name = i;
    if (bash() && i < text.length() && text.charAt(i) == '[') {
      int close = text.indexOf(']', i);
      i = close < 0 ? i : close + 1;
    }
    if (i < text.length() && text.charAt(i) == '+') {
      i++;
    }
    if (i >= text.length() || text.charAt(i) != '=') {
      return Optional.empty();
    }
    Text nameText = text.subSequence(start, name);
    at = i + 1;
    if (bash() && looking("(")) {
      return Optional.of(array(start, nameText));
    }
    Optional<ShellWord> value =
        word().or(() -> Optional.of(new ShellWord(text.subSequence(at, at), List.of())));
    return Optional.of(new Assignment(span(start), nameText, value, List.of()));
  }

  private Assignment array(int start, Text name) {
    at++;
    List<ShellWord> elements = new ArrayList<>();
    blank(true);
    while (!done() && peek() != ')') {
      Optional<ShellWord> element = word();
      if (element.isEmpty()) {
        fail(at, "unexpected '" + peek() + "' in an array");
        break;
      }
      elements.add(element.get());
      blank(true);
    }
    close(start, ")");
    return new Assignment(span(start), name, Optional.empty(), elements);
  }

  private List<Redirect> redirects() {
    List<Redirect> redirects = new ArrayList<>();
    int end = at;
    blank(false);
    while (redirect(redirects)) {
      end = at;
      blank(false);
    }
    at = failed() ? at : end;
    return redirects;
  }

  private boolean redirect(List<Redirect> redirects) {
    int start = at;
    int i = at;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    char c = i < text.length() ? text.charAt(i) : '\0';
    boolean both =
        c == '&' && bash() && i == at && i + 1 < text.length() && text.charAt(i + 1) == '>';
    if (c != '<' && c != '>' && !both) {
      return false;
    }
    if (i == at && bash() && (looking("<(") || looking(">("))) {
      return false;
    }
    at = i;
    String operator = operator();
    blank(false);
    Optional<ShellWord> target = word();
    if (target.isEmpty()) {
      fail(start, "a redirection has no target");
      return true;
    }
    if (operator.equals("<<") || operator.equals("<<-")) {
      pending.add(new PendingBody(redirects, redirects.size()));
    }
    redirects.add(new Redirect(span(start), operator, target.get(), Optional.empty()));
    return true;
  }

  private String operator() {
    for (String operator :
        List.of("&>>", "&>", "<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">")) {
      if (take(operator)) {
        return operator;
      }
    }
    throw new IllegalStateException("no operator at " + at);
  }

  /** Skips blanks, joined lines and comments; with {@code lines}, line ends too. */
  private void blank(boolean lines) {
    while (!done()) {
      char c = peek();
      if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '\\' && peek(1) == '\n') {
        at += 2;
      } else if (c == '#'
          && (at == 0 || endsWord(text.charAt(at - 1)) || text.charAt(at - 1) == '\r')) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == '\n' && lines) {
        at++;
        bodies();
      } else {
        return;
      }
    }
  }

  /** Reads the here-documents that the line before opened. */
  private void bodies() {
    while (!pending.isEmpty()) {
      PendingBody waiting = pending.poll();
      Redirect redirect = waiting.redirects.get(waiting.index);
      String name = redirect.target().value();
      boolean tabs = redirect.operator().equals("<<-");
      int start = at;
      int end = at;
      while (!done()) {
        int eol = text.indexOf('\n', at);
        int stop = eol < 0 ? text.length() : eol;
        String line = text.subSequence(at, stop).toString();
        end = at;
        at = eol < 0 ? text.length() : eol + 1;
        if ((tabs ? line.replaceFirst("^\t+", "") : line).equals(name)) {
          break;
        }
        end = at;
      }
      waiting.redirects.set(
          waiting.index,
          new Redirect(
              redirect.span(),
              redirect.operator(),
              redirect.target(),
              Optional.of(text.subSequence(start, end))));
    }
  }

  /** The reserved word at the cursor; empty if what stands there is none. */
  private String reserved() {
    int i = at;
    while (i < text.length() && !endsWord(text.charAt(i)) && i - at < 9) {
      char c = text.charAt(i);
      if (c != '{' && c != '}' && c != '[' && c != ']' && c != '!' && !Character.isLetter(c)) {
        return "";
      }
      i++;
    }
    return i < text.length() && !endsWord(text.charAt(i)) ? "" : text.subSequence(at, i).toString();
  }

  private Text keyword(String word) {
    Text text = this.text.subSequence(at, at + word.length());
    at += word.length();
    return text;
  }

  private void expect(int start, String word) {
    blank(true);
    if (reserved().equals(word)) {
      at += word.length();
    } else {
      fail(start, "'" + word + "' is missing");
    }
  }

  private void close(int start, String bracket) {
    blank(true);
    if (!take(bracket)) {
      fail(start, "'" + bracket + "' is missing");
    }
  }

  private String unexpected() {
    String word = reserved();
    return word.isEmpty() ? String.valueOf(peek()) : word;
  }
}
