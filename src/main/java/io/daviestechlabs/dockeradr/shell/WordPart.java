package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/** A piece of a word that is quoted and expanded in one way. */
public sealed interface WordPart extends Node {
  /** Whether it is quoted or escaped. */
  default boolean isQuoted() {
    return this instanceof Escaped
        || this instanceof SingleQuoted
        || this instanceof AnsiQuoted
        || this instanceof DoubleQuoted;
  }

  @Override
  default List<? extends Node> children() {
    return List.of();
  }

  /**
   * Characters that stand for themselves; a tilde and braces are among them.
   *
   * @param text the characters
   */
  record Literal(Text text) implements WordPart {
    @Override
    public Span span() {
      return text.span();
    }
  }

  /**
   * {@code *}, {@code ?}, {@code [a-z]}, {@code @(a|b)}, where they are not quoted.
   *
   * @param text as written
   */
  record Glob(Text text) implements WordPart {
    @Override
    public Span span() {
      return text.span();
    }
  }

  /**
   * {@code \x}.
   *
   * @param text the one character, spelled with its backslash
   */
  record Escaped(Text text) implements WordPart {
    @Override
    public Span span() {
      return text.span();
    }
  }

  /**
   * {@code '…'}.
   *
   * @param span from quote to quote
   * @param text what is between
   */
  record SingleQuoted(Span span, Text text) implements WordPart {}

  /**
   * {@code $'…'}.
   *
   * @param span from the dollar to the quote
   * @param text what it stands for, escapes resolved
   */
  record AnsiQuoted(Span span, Text text) implements WordPart {}

  /**
   * {@code "…"}.
   *
   * @param span from quote to quote
   * @param parts literals, escapes, expansions
   */
  record DoubleQuoted(Span span, List<WordPart> parts) implements WordPart {
    @Override
    public List<WordPart> children() {
      return parts;
    }
  }

  /**
   * {@code $name}, {@code ${name}}, {@code ${name:-word}} and the like.
   *
   * @param span all of it
   * @param name the variable or special parameter
   * @param prefix {@code #} for a length, {@code !} for an indirection, else empty
   * @param index what stands in the brackets, if there are any
   * @param operator {@code :-}, {@code %%}, {@code /}, … or empty
   * @param words what the operator is given: one word, or pattern and text, or offset and length
   */
  record Parameter(
      Span span,
      Text name,
      String prefix,
      Optional<Text> index,
      String operator,
      List<ShellWord> words)
      implements WordPart {
    /** Whether it is the parameter of a name. */
    public boolean names(String variable) {
      return name.is(variable);
    }

    @Override
    public List<ShellWord> children() {
      return words;
    }
  }

  /**
   * {@code $(…)} and {@code `…`}.
   *
   * @param span all of it
   * @param backquoted which of the two
   * @param body what runs
   */
  record CommandSubstitution(Span span, boolean backquoted, Block body) implements WordPart {
    @Override
    public List<Block> children() {
      return List.of(body);
    }
  }

  /**
   * {@code <(…)} and {@code >(…)}.
   *
   * @param span all of it
   * @param output whether it is the second
   * @param body what runs
   */
  record ProcessSubstitution(Span span, boolean output, Block body) implements WordPart {
    @Override
    public List<Block> children() {
      return List.of(body);
    }
  }

  /**
   * {@code $((…))}.
   *
   * @param span all of it
   * @param parts literals and expansions between
   */
  record ArithmeticExpansion(Span span, List<WordPart> parts) implements WordPart {
    @Override
    public List<WordPart> children() {
      return parts;
    }
  }

  /**
   * {@code (a b c)} behind the {@code =} of an assignment.
   *
   * @param span from bracket to bracket
   * @param words its elements
   */
  record ArrayLiteral(Span span, List<ShellWord> words) implements WordPart {
    @Override
    public List<ShellWord> children() {
      return words;
    }
  }
}
