package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/** A piece of a {@link ShellWord}. */
public sealed interface WordPart extends Node {
  /**
   * Characters that stand for themselves.
   *
   * @param span with quotes and backslashes
   * @param text without them
   * @param quoted whether globs in it are mere characters
   */
  record Literal(Span span, Text text, boolean quoted) implements WordPart {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * {@code "…"}.
   *
   * @param span with the quotes
   * @param parts what is between them
   */
  record DoubleQuoted(Span span, List<WordPart> parts) implements WordPart {
    @Override
    public List<WordPart> children() {
      return parts;
    }
  }

  /**
   * {@code $name} or <code>${name…}</code>.
   *
   * @param span all of it
   * @param name its name, or a special character such as {@code @}
   * @param operator what follows the name, up to its word; empty without
   * @param argument the word behind the operator
   */
  record Parameter(Span span, Text name, String operator, Optional<ShellWord> argument)
      implements WordPart {
    @Override
    public List<ShellWord> children() {
      return argument.map(List::of).orElse(List.of());
    }
  }

  /**
   * {@code $(…)}, backquotes, <code>&lt;(…)</code> or <code>&gt;(…)</code>.
   *
   * @param span all of it
   * @param statements the script inside
   * @param process whether it stands for a file: process substitution
   */
  record Substitution(Span span, List<Statement> statements, boolean process) implements WordPart {
    @Override
    public List<Statement> children() {
      return statements;
    }
  }

  /**
   * {@code $((…))}.
   *
   * @param span all of it
   * @param expression what is between the parentheses
   */
  record Arithmetic(Span span, Text expression) implements WordPart {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }
}
