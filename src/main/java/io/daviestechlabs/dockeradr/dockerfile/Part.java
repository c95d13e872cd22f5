package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of a {@link Word}. */
public sealed interface Part extends Node {
  /** How a part is quoted. */
  enum Quote {
    /** Not at all; white space in the value of a variable splits the word where words are split. */
    NONE,
    /** By the escape character, outside quotes. */
    ESCAPE,
    /** By {@code '}. */
    SINGLE,
    /** By {@code "}. */
    DOUBLE
  }

  /** As written, quotes and escapes included; all of them in a row are the word. */
  Text raw();

  /** How it is quoted. */
  Quote quote();

  @Override
  default Span span() {
    return raw().span();
  }

  /**
   * Characters that stand for themselves.
   *
   * @param raw as written
   * @param text without quotes and escapes
   * @param quote how they are quoted
   */
  record Literal(Text raw, Text text, Quote quote) implements Part {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * A variable: {@code $name}, {@code ${name}} or with an operator and its words.
   *
   * @param raw as written
   * @param name its name, never empty
   * @param operator {@code :-}, {@code -}, {@code :+}, {@code +}, {@code :?}, {@code ?}, {@code #},
   *     {@code ##}, {@code %}, {@code %%}, {@code /} or {@code //}; empty without one
   * @param argument what follows the operator; the pattern of a replacement
   * @param replacement what follows the second slash of a replacement
   * @param quote how it is quoted
   */
  record Variable(
      Text raw,
      Text name,
      String operator,
      Optional<Word> argument,
      Optional<Word> replacement,
      Quote quote)
      implements Part {
    @Override
    public List<Word> children() {
      List<Word> words = new ArrayList<>(2);
      if (argument.isPresent()) {
        words.add(argument.get());
      }
      if (replacement.isPresent()) {
        words.add(replacement.get());
      }
      return words;
    }
  }
}
