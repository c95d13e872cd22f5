package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.WordPart.Parameter;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a dollar or a backquote begins, and process substitutions. */
final class ExpansionReader {
  private static final String SPECIAL = "@*#?-$!";

  private final Reader reader;
  private final Input in;

  ExpansionReader(Reader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  /** The expansion at a dollar; null, and nothing taken, where the dollar stands for itself. */
  WordPart dollar(Context context) {
    char next = in.peek(1);
    if (next == '(') {
      return in.peek(2) == '(' && reader.parentheses.isArithmetic(in.pos() + 1)
          ? arithmetic()
          : commandSubstitution();
    }
    if (next == '{') {
      return braced(context);
    }
    if (next == '\'' && context.hasSingleQuotes()) {
      return ansiQuoted();
    }
    if (next == '"' && context.hasDoubleQuotes()) {
      return localeQuoted();
    }
    return plain(next);
  }

  private WordPart plain(char next) {
    int start = in.pos();
    int end = start + 1;
    if (isNameStart(next)) {
      end = endOfName(end);
    } else if (isDigit(next) || (next != '\0' && SPECIAL.indexOf(next) >= 0)) {
      end++;
    } else {
      return null;
    }
    in.moveTo(end);
    Text name = in.slice(start + 1, end);
    return new Parameter(in.span(start), name, "", Optional.empty(), "", List.of());
  }

  private WordPart arithmetic() {
    int start = in.pos();
    in.skip(3);
    List<WordPart> parts = List.of();
    if (in.enter()) {
      parts = reader.words.parts(Context.ARITHMETIC);
      in.leave();
    }
    if (!in.take("))")) {
      in.faults.syntax("unterminated $((", in.span(start, start + 3));
      in.take(")");
    }
    return new WordPart.ArithmeticExpansion(in.span(start), parts);
  }

  private WordPart commandSubstitution() {
    int start = in.pos();
    in.skip(2);
    Block body = enclosed(start, 2);
    return new WordPart.CommandSubstitution(in.span(start), false, body);
  }

  /** {@code <(…)} or {@code >(…)}; null, and nothing taken, where it is none. */
  WordPart processSubstitution() {
    if (in.peek(1) != '(') {
      return null;
    }
    int start = in.pos();
    boolean output = in.peek() == '>';
    in.skip(2);
    Block body = enclosed(start, 2);
    in.faults.uses(
        Feature.PROCESS_SUBSTITUTION,
        output ? ">(…)" : "<(…)",
        in.span(start, Math.min(start + 2, in.length())));
    return new WordPart.ProcessSubstitution(in.span(start), output, body);
  }

  private Block enclosed(int start, int opener) {
    Block body = reader.commands.nestedBlock();
    if (!in.take(")")) {
      reader.commands.unclosed(in.slice(start, start + opener).toString(), start, ")");
    }
    return body;
  }

  /** {@code `…`}: its escapes are resolved, then it is a script of its own. */
  WordPart backquoted(Context context) {
    int start = in.pos();
    int i = start + 1;
    Text.Builder text = new Text.Builder(in.text.endOffset(start));
    int run = i;
    while (i < in.length() && in.at(i) != '`') {
      char next = in.at(i + 1);
      boolean escape = next == '`' || next == '$' || next == '\\';
      if (in.at(i) == '\\' && (escape || (next == '"' && context.isQuoted()))) {
        text.append(in.slice(run, i));
        text.append(next, in.text.offset(i), in.text.endOffset(i + 1));
        i += 2;
        run = i;
      } else {
        i++;
      }
    }
    i = Math.min(i, in.length());
    text.append(in.slice(Math.min(run, i), i));
    if (i >= in.length()) {
      in.faults.syntax("unterminated `", in.span(start, start + 1));
    }
    Block body = new Block(in.span(start, start), List.of(), List.of());
    if (in.enter()) {
      body = reader.nested(text.build()).commands.all();
      in.leave();
      in.moveTo(i + 1);
    }
    return new WordPart.CommandSubstitution(in.span(start), true, body);
  }

  private WordPart localeQuoted() {
    int start = in.pos();
    in.skip(1);
    WordPart.DoubleQuoted quoted = reader.words.doubleQuoted();
    in.faults.uses(Feature.LOCALE_QUOTE, "$\"…\"", in.span(start));
    return new WordPart.DoubleQuoted(in.span(start), quoted.parts());
  }

  private WordPart ansiQuoted() {
    int start = in.pos();
    int end = start + 2;
    while (end < in.length() && in.at(end) != '\'') {
      end += in.at(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, in.length());
    if (end >= in.length()) {
      in.faults.syntax("unterminated $'", in.span(start, start + 2));
    }
    in.moveTo(end + 1);
    in.faults.uses(Feature.ANSI_QUOTE, "$'…'", in.span(start));
    return new WordPart.AnsiQuoted(in.span(start), AnsiEscapes.decode(in.slice(start + 2, end)));
  }

  private WordPart braced(Context context) {
    int start = in.pos();
    in.skip(2);
    String prefix = prefix();
    Text name = name();
    Optional<Text> index = name.length() == 0 ? Optional.empty() : index();
    if (name.length() > 0 && in.peek() == '*' && prefix.equals("!")) {
      in.skip(1);
    }
    String operator = operator();
    List<ShellWord> words = new ArrayList<>();
    if (in.peek() != '}' && in.enter()) {
      arguments(operator, context, words);
      in.leave();
    } else if (!operator.isEmpty() && !operator.startsWith("@")) {
      words.add(reader.words.word(Context.BRACES));
    }
    if (prefix.equals("!")) {
      in.faults.uses(Feature.INDIRECTION, "${!" + name + "}", in.span(start));
    }
    if (!in.take("}")) {
      in.faults.syntax("unterminated ${", in.span(start, start + 2));
    } else if (name.length() == 0) {
      in.faults.doubt(
          "bad substitution '" + brief(in.slice(start, in.pos())) + "'", in.span(start));
    }
    return new Parameter(in.span(start), name, prefix, index, operator, List.copyOf(words));
  }

  private static String brief(Text text) {
    return text.length() <= 40 ? text.toString() : text.subSequence(0, 40) + "…";
  }

  /** A leading hash or exclamation mark, where it is not the parameter's own name. */
  private String prefix() {
    char c = in.peek();
    char next = in.peek(1);
    boolean named = isNameStart(next) || isDigit(next);
    if (c == '!' && (named || next == '#')) {
      in.skip(1);
      return "!";
    }
    boolean special = next != '\0' && SPECIAL.indexOf(next) >= 0 && in.peek(2) == '}';
    if (c == '#' && (named || special)) {
      in.skip(1);
      return "#";
    }
    return "";
  }

  private Text name() {
    int start = in.pos();
    char c = in.peek();
    if (isNameStart(c)) {
      in.moveTo(endOfName(start));
    } else if (isDigit(c)) {
      while (isDigit(in.peek())) {
        in.skip(1);
      }
    } else if (c != '\0' && SPECIAL.indexOf(c) >= 0) {
      in.skip(1);
    }
    return in.slice(start, in.pos());
  }

  private Optional<Text> index() {
    if (in.peek() != '[') {
      return Optional.empty();
    }
    int start = in.pos();
    int depth = 0;
    int i = start;
    while (i < in.length() && in.at(i) != '}' && in.lineEndAt(i) == 0) {
      char c = in.at(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0) {
        in.moveTo(i + 1);
        in.faults.uses(Feature.ARRAY, in.slice(start, i + 1).toString(), in.span(start));
        return Optional.of(in.slice(start + 1, i));
      }
      i++;
    }
    return Optional.empty();
  }

  private String operator() {
    int start = in.pos();
    char c = in.peek();
    char next = in.peek(1);
    switch (c) {
      case ':' -> in.skip(next == '-' || next == '=' || next == '?' || next == '+' ? 2 : 1);
      case '-', '=', '?', '+', '@' -> in.skip(1);
      case '%', '#', '^', ',' -> in.skip(next == c ? 2 : 1);
      case '/' -> in.skip(next == '/' || next == '#' || next == '%' ? 2 : 1);
      default -> {}
    }
    String operator = in.slice(start, in.pos()).toString();
    Feature feature = feature(c, operator);
    if (feature != null) {
      in.faults.uses(feature, "${…" + operator + "…}", in.span(start));
    }
    return operator;
  }

  private static Feature feature(char c, String operator) {
    return switch (c) {
      case ':' -> operator.length() == 1 ? Feature.SUBSTRING : null;
      case '/' -> Feature.REPLACEMENT;
      case '^', ',' -> Feature.CASE_CHANGE;
      case '@' -> Feature.TRANSFORMATION;
      default -> null;
    };
  }

  private void arguments(String operator, Context context, List<ShellWord> words) {
    boolean trims = operator.startsWith("%") || operator.startsWith("#");
    boolean quoted = context.isQuoted() && !trims && !operator.startsWith("/");
    if (operator.startsWith("/")) {
      words.add(reader.words.word(Context.BRACES_TO_SLASH));
      if (in.take("/")) {
        words.add(reader.words.word(context.isQuoted() ? Context.QUOTED_BRACES : Context.BRACES));
      }
    } else if (operator.equals(":")) {
      words.add(reader.words.word(Context.BRACES_TO_COLON));
      if (in.take(":")) {
        words.add(reader.words.word(Context.BRACES));
      }
    } else {
      int start = in.pos();
      words.add(reader.words.word(quoted ? Context.QUOTED_BRACES : Context.BRACES));
      if (operator.isEmpty() && in.peek() == '}') {
        in.faults.doubt("bad substitution", in.span(start));
      }
    }
  }

  /** Index behind the name that begins at an index. */
  int endOfName(int start) {
    int end = start;
    while (isNameStart(in.at(end)) || isDigit(in.at(end))) {
      end++;
    }
    return end;
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
