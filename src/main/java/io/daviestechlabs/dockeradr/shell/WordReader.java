package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads words: quotes, escapes, globs; what a dollar begins is {@link ExpansionReader}'s. */
final class WordReader {
  private final Reader reader;
  private final Input in;

  /** No bracket closes before this index. */
  private int bracketless;

  WordReader(Reader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  /** Whether a word of a command begins here. */
  boolean atWord() {
    if (in.atEnd()) {
      return false;
    }
    char c = in.peek();
    return !endsWord(c, in.pos()) || atProcessSubstitution();
  }

  /** The word that begins here. */
  ShellWord word() {
    return word(Context.WORD);
  }

  /** A word up to where a context ends. */
  ShellWord word(Context context) {
    int start = in.pos();
    List<WordPart> parts = parts(context);
    return new ShellWord(in.text, start, in.pos(), parts);
  }

  /** The pieces up to where a context ends; the ending character is not taken. */
  List<WordPart> parts(Context context) {
    List<WordPart> parts = new ArrayList<>(2);
    int literal = in.pos();
    int brackets = 0;
    while (!in.atEnd()) {
      char c = in.peek();
      if (brackets == 0 && ends(c, context)) {
        break;
      }
      if (context == Context.ARITHMETIC || context == Context.REGEX) {
        brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      int start = in.pos();
      WordPart part = special(c, context);
      if (part != null || in.pos() > start) {
        literal(parts, literal, start);
        if (part != null) {
          parts.add(part);
        }
        literal = in.pos();
      } else {
        in.skip(1);
      }
    }
    literal(parts, literal, in.pos());
    return List.copyOf(parts);
  }

  private void literal(List<WordPart> parts, int start, int end) {
    if (end > start) {
      parts.add(new WordPart.Literal(in.slice(start, end)));
    }
  }

  private boolean ends(char c, Context context) {
    return switch (context) {
      case WORD -> endsWord(c, in.pos()) && !atProcessSubstitution();
      case REGEX -> c != '(' && c != '|' && endsWord(c, in.pos());
      case DOUBLE_QUOTES -> c == '"';
      case DOCUMENT -> false;
      case BRACES, QUOTED_BRACES -> c == '}';
      case BRACES_TO_SLASH -> c == '}' || c == '/';
      case BRACES_TO_COLON -> c == '}' || c == ':';
      case ARITHMETIC -> c == ')';
    };
  }

  private boolean endsWord(char c, int index) {
    return switch (c) {
      case ' ', '\t', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
      case '\r' -> in.lineEndAt(index) > 0;
      default -> false;
    };
  }

  private boolean atProcessSubstitution() {
    return (in.peek() == '<' || in.peek() == '>') && in.peek(1) == '(';
  }

  /** The piece that a character begins; null, and nothing taken, if it stands for itself. */
  private WordPart special(char c, Context context) {
    return switch (c) {
      case '\\' -> backslash(context);
      case '\'' -> context.hasSingleQuotes() ? singleQuoted() : null;
      case '"' -> context.hasDoubleQuotes() ? doubleQuoted() : null;
      case '$' -> reader.expansions.dollar(context);
      case '`' -> reader.expansions.backquoted(context);
      case '<', '>' -> context == Context.WORD ? reader.expansions.processSubstitution() : null;
      case '*', '?', '[', '+', '@', '!' -> context.hasGlobs() ? glob(c) : null;
      default -> null;
    };
  }

  private WordPart backslash(Context context) {
    int continuation = in.continuationAt(in.pos());
    if (continuation > 0) {
      in.skip(continuation);
      return null;
    }
    int start = in.pos();
    if (start + 1 >= in.length()) {
      return null;
    }
    char next = in.peek(1);
    boolean escapes =
        context.escapesAll()
            || next == '\\'
            || next == '$'
            || next == '`'
            || (next == '"' && context != Context.DOCUMENT)
            || (next == '}' && context == Context.QUOTED_BRACES);
    if (!escapes) {
      return null;
    }
    in.skip(Character.isHighSurrogate(next) && start + 2 < in.length() ? 3 : 2);
    Text.Builder text = new Text.Builder(in.text.offset(start));
    text.append(next, in.text.offset(start), in.text.endOffset(start + 1));
    text.append(in.slice(start + 2, in.pos()));
    return new WordPart.Escaped(text.build());
  }

  private WordPart singleQuoted() {
    int start = in.pos();
    int end = in.find('\'', start + 1);
    if (end < 0) {
      in.faults.syntax("unterminated '", in.span(start, start + 1));
      in.moveTo(in.length());
      return new WordPart.SingleQuoted(in.span(start), in.slice(start + 1, in.pos()));
    }
    in.moveTo(end + 1);
    return new WordPart.SingleQuoted(in.span(start), in.slice(start + 1, end));
  }

  /** {@code "…"}, from the quote on. */
  WordPart.DoubleQuoted doubleQuoted() {
    int start = in.pos();
    List<WordPart> parts = List.of();
    in.skip(1);
    if (in.enter()) {
      parts = parts(Context.DOUBLE_QUOTES);
      in.leave();
    }
    if (!in.take("\"")) {
      in.faults.syntax("unterminated \"", in.span(start, start + 1));
    }
    return new WordPart.DoubleQuoted(in.span(start), parts);
  }

  private WordPart glob(char c) {
    int start = in.pos();
    if (c != '[' && in.peek(1) == '(') {
      return extendedGlob();
    }
    if (c == '*' || c == '?') {
      in.skip(1);
      return new WordPart.Glob(in.slice(start, in.pos()));
    }
    return c == '[' ? bracketGlob() : null;
  }

  private WordPart bracketGlob() {
    int start = in.pos();
    if (start < bracketless) {
      return null;
    }
    int i = start + 1;
    if (in.at(i) == '!' || in.at(i) == '^') {
      i++;
    }
    if (in.at(i) == ']') {
      i++;
    }
    while (i < in.length() && in.at(i) != ']') {
      char c = in.at(i);
      if (endsWord(c, i) || c == '$' || c == '`' || c == '"' || c == '\'' || c == '\\') {
        bracketless = i;
        return null;
      }
      i++;
    }
    if (i >= in.length()) {
      bracketless = i;
      return null;
    }
    in.moveTo(i + 1);
    return new WordPart.Glob(in.slice(start, in.pos()));
  }

  private WordPart extendedGlob() {
    int start = in.pos();
    int depth = 0;
    int i = start + 1;
    while (i < in.length()) {
      char c = in.at(i);
      if (c == '\\') {
        i++;
      } else if (c == '\'' || c == '"') {
        i = in.closingQuote(i);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        break;
      }
      i++;
    }
    in.moveTo(i + 1);
    if (i >= in.length()) {
      in.faults.syntax("unterminated (", in.span(start, start + 2));
    }
    String spelling = in.slice(start, start + 2) + "…)";
    in.faults.uses(Feature.EXTENDED_GLOB, spelling, in.span(start));
    return new WordPart.Glob(in.slice(start, in.pos()));
  }
}
