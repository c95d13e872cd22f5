package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Operator.Kind;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists, pipelines and simple commands; {@link CompoundReader} has the rest. */
final class CommandReader {
  /** Words that end a block and begin nothing. */
  private static final Set<String> CLOSERS =
      Set.of("then", "do", "done", "fi", "else", "elif", "esac", "}", "in");

  /** Commands whose arguments are assignments, lists among them. */
  private static final Set<String> DECLARING =
      Set.of("declare", "typeset", "local", "export", "readonly");

  private static final int LONGEST_KEYWORD = 8;

  private final Reader reader;
  private final Input in;
  private boolean indexUnclosed;

  CommandReader(Reader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  /** The whole input; what closes nothing is reported and passed over. */
  Block all() {
    int start = in.pos();
    List<Chain> chains = new ArrayList<>();
    List<Operator> separators = new ArrayList<>();
    into(chains, separators);
    while (!in.atEnd()) {
      unexpected("");
      int from = in.pos();
      in.skip(Math.max(1, keyword().length()));
      align(chains, separators, from);
      into(chains, separators);
    }
    return block(start, chains, separators);
  }

  /** What stands between brackets of some kind, up to what closes a block. */
  Block nestedBlock() {
    int start = in.pos();
    List<Chain> chains = new ArrayList<>();
    List<Operator> separators = new ArrayList<>();
    if (in.enter()) {
      into(chains, separators);
      in.leave();
    }
    return block(start, chains, separators);
  }

  private Block block(int start, List<Chain> chains, List<Operator> separators) {
    if (chains.isEmpty()) {
      return new Block(in.span(start, start), List.of(), List.of());
    }
    Span span = chains.get(0).span().to(chains.get(chains.size() - 1).span());
    if (!separators.isEmpty()) {
      span = span.to(separators.get(separators.size() - 1).span());
    }
    return new Block(span, List.copyOf(chains), List.copyOf(separators));
  }

  private void into(List<Chain> chains, List<Operator> separators) {
    in.gap();
    while (!in.atEnd() && !atCloser()) {
      int start = in.pos();
      if (atOperator()) {
        unexpected("");
        in.skip(1);
      } else {
        align(chains, separators, start);
        chains.add(chain());
        in.blanksAndComment();
        separator().ifPresent(separators::add);
        if (in.pos() == start) {
          in.skip(1);
        }
      }
      in.gap();
    }
  }

  /** A chain that nothing ended, as an error left it, ends where the next begins. */
  private void align(List<Chain> chains, List<Operator> separators, int start) {
    if (separators.size() < chains.size()) {
      unexpected("");
      separators.add(new Operator(Kind.NEWLINE, in.span(start, start)));
    }
  }

  private boolean atOperator() {
    char c = in.peek();
    return c == ';' || c == '|' || (c == '&' && in.peek(1) != '>');
  }

  private Optional<Operator> separator() {
    int start = in.pos();
    char c = in.peek();
    if (c == '&' || (c == ';' && !atCloser())) {
      in.skip(1);
      Kind kind = c == ';' ? Kind.SEMICOLON : Kind.BACKGROUND;
      return Optional.of(new Operator(kind, in.span(start)));
    }
    int length = in.lineEndAt(start);
    if (length == 0) {
      return Optional.empty();
    }
    in.newline();
    return Optional.of(new Operator(Kind.NEWLINE, in.span(start, start + length)));
  }

  /** Whether what stands here ends a block. */
  boolean atCloser() {
    char c = in.peek();
    if (c == ')' || (c == ';' && (in.peek(1) == ';' || in.peek(1) == '&'))) {
      return true;
    }
    String word = keyword();
    return CLOSERS.contains(word)
        || (word.equals("]]") && in.dialect.has(Feature.ARITHMETIC_COMMAND));
  }

  /** The word of the language that stands here; empty where there is none. */
  String keyword() {
    int start = in.pos();
    int end = start;
    while (end - start <= LONGEST_KEYWORD && isKeywordCharacter(in.at(end))) {
      end++;
    }
    return end > start && isDelimiter(end) ? in.characters(start, end) : "";
  }

  private static boolean isKeywordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || c == '{' || c == '}' || c == '!' || c == '[' || c == ']';
  }

  private boolean isDelimiter(int index) {
    if (index >= in.length() || in.lineEndAt(index) > 0) {
      return true;
    }
    return " \t;&|<>()".indexOf(in.at(index)) >= 0 || in.continuationAt(index) > 0;
  }

  /** Takes a word of the language if it stands here. */
  boolean takeKeyword(String word) {
    return keyword().equals(word) && in.take(word);
  }

  /** Takes a word of the language; says what is missing otherwise. */
  boolean expectKeyword(String word, String opener, int start) {
    in.gap();
    if (takeKeyword(word)) {
      return true;
    }
    unclosed(opener, start, word);
    return false;
  }

  /** What was opened at an index is not closed here. */
  void unclosed(String opener, int start, String closer) {
    if (in.atEnd()) {
      in.faults.syntax(
          "'%s' without '%s'".formatted(opener, closer),
          in.span(start, Math.min(start + opener.length(), in.length())));
    } else {
      unexpected("'%s' expected for '%s': ".formatted(closer, opener));
    }
  }

  /** What stands here may not stand here. */
  void unexpected(String reason) {
    int start = in.pos();
    int end = start;
    if (in.atEnd()) {
      in.faults.syntax(reason + "unexpected end", in.span(start));
      return;
    }
    while (end - start < 20 && !isDelimiter(end)) {
      end++;
    }
    end = Math.max(end, Math.min(start + 1, in.length()));
    String token = in.lineEndAt(start) > 0 ? "end of line" : "'" + in.slice(start, end) + "'";
    in.faults.syntax(reason + "unexpected " + token, in.span(start, end));
  }

  private Chain chain() {
    int start = in.pos();
    List<Pipeline> pipelines = new ArrayList<>(1);
    List<Operator> operators = new ArrayList<>(0);
    pipelines.add(pipeline());
    in.blanks();
    while (in.looksAt("&&") || in.looksAt("||")) {
      Operator operator = operator(in.peek() == '&' ? Kind.AND : Kind.OR);
      in.gap();
      if (nothingHere()) {
        unexpected("'" + operator.kind().symbol() + "' without a command behind it: ");
        break;
      }
      operators.add(operator);
      pipelines.add(pipeline());
      in.blanks();
    }
    Span span = pipelines.get(0).span().to(pipelines.get(pipelines.size() - 1).span());
    return new Chain(
        start < in.pos() ? span : in.span(start), List.copyOf(pipelines), List.copyOf(operators));
  }

  private Operator operator(Kind kind) {
    int start = in.pos();
    in.skip(kind.symbol().length());
    return new Operator(kind, in.span(start));
  }

  private Pipeline pipeline() {
    int start = in.pos();
    List<Operator> prefixes = prefixes();
    List<Command> commands = new ArrayList<>(1);
    List<Operator> pipes = new ArrayList<>(0);
    int end = in.pos();
    boolean bare = nothingHere();
    if (bare && !prefixes.isEmpty()) {
      expectCommand(prefixes);
    } else {
      commands.add(command());
      end = in.pos();
      in.blanks();
    }
    while (!commands.isEmpty() && in.peek() == '|' && in.peek(1) != '|') {
      Operator pipe = operator(in.peek(1) == '&' ? Kind.PIPE_BOTH : Kind.PIPE);
      if (pipe.kind() == Kind.PIPE_BOTH) {
        in.faults.uses(Feature.PIPE_BOTH, "|&", pipe.span());
      }
      in.gap();
      if (nothingHere()) {
        unexpected("'" + pipe.kind().symbol() + "' without a command behind it: ");
        break;
      }
      pipes.add(pipe);
      commands.add(command());
      end = in.pos();
      in.blanks();
    }
    Span span = spanOf(start, end, prefixes, commands);
    return new Pipeline(span, prefixes, List.copyOf(commands), List.copyOf(pipes));
  }

  private boolean nothingHere() {
    return in.atEnd() || atCloser() || atOperator() || in.atNewline() || in.peek() == '#';
  }

  /** Nothing follows {@code !} or {@code time}: bash takes that before a semicolon or an end. */
  private void expectCommand(List<Operator> prefixes) {
    boolean ends = in.atEnd() || in.atNewline() || in.peek() == ';' || in.peek() == '#';
    if (!ends || !in.dialect.has(Feature.TIME_KEYWORD)) {
      Operator last = prefixes.get(prefixes.size() - 1);
      unexpected("'" + last.kind().symbol() + "' without a command behind it: ");
    }
  }

  private Span spanOf(int start, int end, List<Operator> prefixes, List<Command> commands) {
    if (commands.isEmpty()) {
      return prefixes.isEmpty()
          ? in.span(start, end)
          : prefixes.get(0).span().to(prefixes.get(prefixes.size() - 1).span());
    }
    Span last = commands.get(commands.size() - 1).span();
    return (prefixes.isEmpty() ? commands.get(0).span() : prefixes.get(0).span()).to(last);
  }

  private List<Operator> prefixes() {
    List<Operator> prefixes = new ArrayList<>(0);
    while (true) {
      String word = keyword();
      if (word.equals("!") || (in.peek() == '!' && in.peek(1) == '(')) {
        if (!prefixes.isEmpty() && !in.dialect.has(Feature.TIME_KEYWORD)) {
          unexpected("");
        }
        prefixes.add(operator(Kind.NOT));
      } else if (word.equals("time") && in.dialect.has(Feature.TIME_KEYWORD)) {
        prefixes.add(operator(Kind.TIME));
        in.blanks();
        if (in.looksAt("-p") && isDelimiter(in.pos() + 2)) {
          in.skip(2);
        }
      } else {
        return List.copyOf(prefixes);
      }
      in.blanks();
    }
  }

  /** One command; takes at least one character unless none begins here. */
  Command command() {
    int start = in.pos();
    Command compound = reader.compounds.command();
    return compound != null ? compound : simple(start);
  }

  /** The same one level deeper, for what nests without brackets. */
  Command nestedCommand() {
    if (!in.enter()) {
      return new SimpleCommand(in.span(in.pos()), List.of(), List.of(), List.of());
    }
    Command command = command();
    in.leave();
    return command;
  }

  private Command simple(int start) {
    List<Assignment> assignments = new ArrayList<>(0);
    List<ShellWord> words = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>(0);
    boolean declares = false;
    int end = start;
    while (true) {
      in.blanks();
      if (reader.redirects.atRedirect()) {
        redirects.add(reader.redirects.redirect());
      } else if (in.peek() == '(' && words.size() == 1 && isFunction(assignments, redirects)) {
        return function(start, words.get(0));
      } else if (in.peek() == '(') {
        unexpected("");
        in.skip(1);
      } else if (in.peek() == '#' || !reader.words.atWord()) {
        break;
      } else {
        wordOrAssignment(assignments, words, declares);
        declares |= words.size() == 1 && DECLARING.contains(words.get(0).value());
      }
      end = in.pos();
    }
    in.moveTo(end);
    return new SimpleCommand(
        in.span(start), List.copyOf(assignments), List.copyOf(words), List.copyOf(redirects));
  }

  private void wordOrAssignment(
      List<Assignment> assignments, List<ShellWord> words, boolean declares) {
    if (words.isEmpty()) {
      Assignment assignment = assignment();
      if (assignment != null) {
        assignments.add(assignment);
        return;
      }
    } else if (declares) {
      int start = in.pos();
      Assignment assignment = assignment();
      if (assignment != null) {
        words.add(asWord(start, assignment));
        return;
      }
    }
    words.add(reader.words.word());
  }

  private ShellWord asWord(int start, Assignment assignment) {
    List<WordPart> parts = new ArrayList<>();
    int value = assignment.value().map(ShellWord::start).orElse(in.pos());
    parts.add(new WordPart.Literal(in.slice(start, value)));
    assignment.value().ifPresent(v -> parts.addAll(v.parts()));
    return new ShellWord(in.text, start, in.pos(), List.copyOf(parts));
  }

  /** The assignment that begins here; null, and nothing taken, where none does. */
  private Assignment assignment() {
    int start = in.pos();
    if (!ExpansionReader.isNameStart(in.peek())) {
      return null;
    }
    int name = reader.expansions.endOfName(start);
    int i = in.at(name) == '[' ? endOfIndex(name) : name;
    if (i == name && in.at(i) == '[' && in.dialect.has(Feature.ARRAY)) {
      closeIndex(i);
    }
    boolean append = in.at(i) == '+' && in.at(i + 1) == '=';
    if (!append && in.at(i) != '=') {
      return null;
    }
    Optional<Text> index = Optional.empty();
    if (i > name) {
      in.faults.uses(Feature.ARRAY, in.slice(start, i).toString(), in.span(start, i));
      index = Optional.of(in.slice(name + 1, i - 1));
    }
    if (append) {
      in.faults.uses(Feature.APPEND, "+=", in.span(i, i + 2));
    }
    in.moveTo(append ? i + 2 : i + 1);
    Optional<ShellWord> value = Optional.empty();
    if (in.peek() == '(') {
      value = Optional.of(list());
    } else if (reader.words.atWord()) {
      value = Optional.of(reader.words.word());
    }
    return new Assignment(in.span(start), in.slice(start, name), index, append, value);
  }

  /** To bash a bracket behind the first name opens an index, over blanks too. */
  private void closeIndex(int open) {
    if (!indexUnclosed && in.find(']', open) < 0) {
      indexUnclosed = true;
      in.faults.syntax("unterminated [", in.span(open, open + 1));
    }
  }

  private int endOfIndex(int open) {
    int depth = 0;
    for (int i = open; i < in.length() && " \t\r\n;|&<>".indexOf(in.at(i)) < 0; i++) {
      depth += in.at(i) == '[' ? 1 : in.at(i) == ']' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return open;
  }

  private ShellWord list() {
    int start = in.pos();
    List<ShellWord> words = new ArrayList<>();
    in.skip(1);
    in.gap();
    while (!in.atEnd() && in.peek() != ')') {
      if (reader.words.atWord()) {
        words.add(reader.words.word());
      } else {
        unexpected("");
        in.skip(1);
      }
      in.gap();
    }
    if (!in.take(")")) {
      unclosed("(", start, ")");
    }
    in.faults.uses(Feature.ARRAY, "(…)", in.span(start));
    WordPart part = new WordPart.ArrayLiteral(in.span(start), List.copyOf(words));
    return new ShellWord(in.text, start, in.pos(), List.of(part));
  }

  private boolean isFunction(List<Assignment> assignments, List<Redirect> redirects) {
    int i = in.pos() + 1;
    while (in.at(i) == ' ' || in.at(i) == '\t') {
      i++;
    }
    return in.at(i) == ')' && assignments.isEmpty() && redirects.isEmpty();
  }

  private Command function(int start, ShellWord name) {
    in.moveTo(in.find(')', in.pos()) + 1);
    if (!in.dialect.has(Feature.COPROC) && !isName(name.text())) {
      in.faults.syntax("'" + name + "' is no name for a function", name.span());
    }
    return reader.compounds.functionBody(start, name.literal().orElse(name.text()));
  }

  private static boolean isName(Text text) {
    boolean good = text.length() > 0 && ExpansionReader.isNameStart(text.charAt(0));
    for (int i = 1; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = ExpansionReader.isNameStart(c) || ExpansionReader.isDigit(c);
    }
    return good;
  }
}
