package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words: literals, quotes, expansions. */
class WordReader extends Cursor {
  private static final String ENDS_WORD = " \t\n;&|<>()";

  /** A longer one is read as a substitution, so that many open ones cost no quadratic time. */
  private static final int LONGEST_ARITHMETIC = 10_000;

  private int level;

  WordReader(Text text, Dialect dialect, int depth) {
    super(text, dialect, depth);
  }

  /** Whether an unquoted character ends a word. */
  static boolean endsWord(char c) {
    return ENDS_WORD.indexOf(c) >= 0;
  }

  /** The word at the cursor; empty if there is none. */
  Optional<ShellWord> word() {
    int start = at;
    List<WordPart> parts = new ArrayList<>();
    while (!done() && !(endsWord(peek()) && !processSubstitution())) {
      parts.add(part(false));
    }
    return at == start
        ? Optional.empty()
        : Optional.of(new ShellWord(text.subSequence(start, at), List.copyOf(parts)));
  }

  private boolean processSubstitution() {
    return bash() && (looking("<(") || looking(">("));
  }

  private WordPart part(boolean inDoubleQuotes) {
    if (++level + depth > DEEPEST) {
      fail(at, "nested too deep");
    }
    WordPart part = done() ? nothing() : onePart(inDoubleQuotes);
    level--;
    return part;
  }

  private WordPart nothing() {
    return new WordPart.Literal(span(at), text.from(at), false);
  }

  private WordPart onePart(boolean inDoubleQuotes) {
    int start = at;
    char c = peek();
    if (c == '\\') {
      return escaped(inDoubleQuotes);
    }
    if (c == '$') {
      return dollar(inDoubleQuotes);
    }
    if (c == '`') {
      return backquoted();
    }
    if (!inDoubleQuotes) {
      if (c == '\'') {
        return singleQuoted(1);
      }
      if (c == '"') {
        return doubleQuoted();
      }
      if (processSubstitution()) {
        at++;
        return substitution(start, true);
      }
    }
    at++;
    while (!done() && isPlain(peek(), inDoubleQuotes)) {
      at++;
    }
    return new WordPart.Literal(span(start), text.subSequence(start, at), inDoubleQuotes);
  }

  private boolean isPlain(char c, boolean inDoubleQuotes) {
    if (c == '\\' || c == '$' || c == '`' || c == '"') {
      return false;
    }
    return inDoubleQuotes || (c != '\'' && !endsWord(c));
  }

  private WordPart escaped(boolean inDoubleQuotes) {
    int start = at;
    char next = peek(1);
    if (at + 1 >= text.length()) {
      at++;
      return new WordPart.Literal(span(start), text.subSequence(start, at), true);
    }
    at += 2;
    if (next == '\n') {
      return new WordPart.Literal(span(start), Text.empty(text.offset(start)), false);
    }
    if (inDoubleQuotes && "$`\"\\".indexOf(next) < 0) {
      return new WordPart.Literal(span(start), text.subSequence(start, at), true);
    }
    Text.Builder one = new Text.Builder(text.offset(start));
    one.append(next, text.offset(start), text.endOffset(start + 1));
    return new WordPart.Literal(span(start), one.build(), true);
  }

  /** {@code '…'} and, with a longer opening, {@code $'…'} whose escapes are kept as written. */
  private WordPart singleQuoted(int opening) {
    int start = at;
    at += opening;
    int inner = at;
    while (!done() && peek() != '\'') {
      at += opening == 2 && peek() == '\\' ? 2 : 1;
    }
    if (done()) {
      fail(start, "unterminated single quote");
      return new WordPart.Literal(span(start), text.from(Math.min(inner, text.length())), true);
    }
    Text content = text.subSequence(inner, at);
    at++;
    return new WordPart.Literal(span(start), content, true);
  }

  private WordPart doubleQuoted() {
    int start = at++;
    List<WordPart> parts = new ArrayList<>();
    while (!done() && peek() != '"') {
      parts.add(part(true));
    }
    if (!take("\"") && !failed()) {
      fail(start, "unterminated double quote");
    }
    if (parts.isEmpty()) {
      parts.add(new WordPart.Literal(span(start), text.subSequence(at, at), true));
    }
    return new WordPart.DoubleQuoted(span(start), List.copyOf(parts));
  }

  private WordPart dollar(boolean inDoubleQuotes) {
    int start = at;
    char next = peek(1);
    if (looking("$((")) {
      Optional<WordPart> arithmetic = arithmetic();
      if (arithmetic.isPresent()) {
        return arithmetic.get();
      }
    }
    if (next == '(') {
      at++;
      return substitution(start, false);
    }
    if (next == '{') {
      return braced();
    }
    if (bash() && !inDoubleQuotes && next == '\'') {
      return singleQuoted(2);
    }
    at++;
    if (Character.isLetter(next) || next == '_') {
      while (!done() && isNamePart(peek())) {
        at++;
      }
    } else if (!done() && (Character.isDigit(next) || "@*#?-$!".indexOf(next) >= 0)) {
      at++;
    } else {
      return new WordPart.Literal(span(start), text.subSequence(start, at), inDoubleQuotes);
    }
    return new WordPart.Parameter(
        span(start), text.subSequence(start + 1, at), "", Optional.empty());
  }

  private WordPart braced() {
    int start = at;
    at += 2;
    if ((peek() == '#' || peek() == '!') && peek(1) != '}') {
      at++;
    }
    int name = at;
    while (!done() && isNamePart(peek())) {
      at++;
    }
    if (at == name && !done() && peek() != '}') {
      at++;
    }
    Text nameText = text.subSequence(name, at);
    int operator = at;
    while (!done() && ":-+=?#%/^,@".indexOf(peek()) >= 0 && at - operator < 2) {
      at++;
    }
    String operatorText = text.subSequence(operator, at).toString();
    int argument = at;
    List<WordPart> parts = new ArrayList<>();
    while (!done() && peek() != '}') {
      parts.add(inBraces());
    }
    Text argumentText = text.subSequence(argument, at);
    if (!take("}") && !failed()) {
      fail(start, "unterminated '${'");
    }
    return new WordPart.Parameter(
        span(start),
        nameText,
        operatorText,
        parts.isEmpty()
            ? Optional.empty()
            : Optional.of(new ShellWord(argumentText, List.copyOf(parts))));
  }

  /** A piece of the word of an operator: white space and most characters mean nothing there. */
  private WordPart inBraces() {
    char c = peek();
    if (c == '\'' || c == '"' || c == '\\' || c == '$' || c == '`') {
      // Within double quotes a single quote is a mere character; both readings end at the brace.
      if (c == '\'' && text.indexOf('\'', at + 1) < 0) {
        int start = at++;
        return new WordPart.Literal(span(start), text.subSequence(start, at), true);
      }
      return part(false);
    }
    int start = at++;
    while (!done() && "}'\"\\$`".indexOf(peek()) < 0) {
      at++;
    }
    return new WordPart.Literal(span(start), text.subSequence(start, at), false);
  }

  /** {@code $((…))}; empty if it turns out to be a substitution that begins with a subshell. */
  private Optional<WordPart> arithmetic() {
    int level = 0;
    int limit = Math.min(text.length(), at + LONGEST_ARITHMETIC);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        level++;
      } else if (c == ')' && --level == 0) {
        if (text.charAt(i - 1) != ')') {
          return Optional.empty();
        }
        int start = at;
        at = i + 1;
        return Optional.of(
            new WordPart.Arithmetic(
                span(start), text.subSequence(Math.min(start + 3, i - 1), i - 1)));
      } else if (c == '\\') {
        i++;
      }
    }
    return Optional.empty();
  }

  /** The script in parentheses; the cursor stands at the opening one. */
  private WordPart substitution(int start, boolean process) {
    at++;
    if (depth >= DEEPEST) {
      fail(start, "nested too deep");
      return new WordPart.Substitution(span(start), List.of(), process);
    }
    ShellParser inner = new ShellParser(text, dialect, depth + 1);
    inner.at = at;
    List<Statement> statements = inner.body();
    at = inner.at;
    adopt(inner.problems());
    if (!take(")") && !failed()) {
      fail(start, "unterminated '$('");
    }
    return new WordPart.Substitution(span(start), statements, process);
  }

  private WordPart backquoted() {
    int start = at++;
    Text.Builder inner = new Text.Builder(text.span(at, at).start());
    while (!done() && peek() != '`') {
      boolean escapes = peek() == '\\' && "`\\$".indexOf(peek(1)) >= 0 && peek(1) != '\0';
      int width = escapes ? 2 : 1;
      inner.append(text.charAt(at + width - 1), text.offset(at), text.endOffset(at + width - 1));
      at += width;
    }
    if (!take("`")) {
      fail(start, "unterminated backquote");
    }
    if (failed() || depth >= DEEPEST) {
      return new WordPart.Substitution(span(start), List.of(), false);
    }
    ShellParser script = new ShellParser(inner.build(), dialect, depth + 1);
    List<Statement> statements = script.script();
    adopt(script.problems());
    return new WordPart.Substitution(span(start), statements, false);
  }

  static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
