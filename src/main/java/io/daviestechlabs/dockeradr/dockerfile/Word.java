package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A word that BuildKit expands: quotes, escapes and variables.
 *
 * @param text as written
 * @param escape the escape character in force, backslash or backtick
 */
public record Word(Text text, char escape) implements Node {
  private static final Set<String> OPERATORS =
      Set.of("", "-", ":-", "+", ":+", "?", ":?", "#", "##", "%", "%%", "/", "//");

  /** Literals and variables in order, up to where a syntax error ends the reading. */
  public List<Part> parts() {
    return Words.parse(text, escape).parts();
  }

  /** What is wrong with it, as BuildKit words it: an open quote, an unknown operator. */
  public Optional<String> fault() {
    return Words.parse(text, escape).fault();
  }

  /** The characters without quotes and escapes; empty if there is a variable or a fault in it. */
  public Optional<Text> literal() {
    if (isPlain()) {
      return Optional.of(text);
    }
    Words.Parsed parsed = Words.parse(text, escape);
    if (parsed.fault().isPresent()) {
      return Optional.empty();
    }
    Text.Builder out = new Text.Builder(text.span().start());
    for (Part part : parsed.parts()) {
      if (!(part instanceof Part.Literal literal)) {
        return Optional.empty();
      }
      out.append(literal.text());
    }
    return Optional.of(out.build());
  }

  /** All variables, those within other variables too. */
  public Stream<Part.Variable> variables() {
    return walk().filter(Part.Variable.class::isInstance).map(Part.Variable.class::cast);
  }

  /** Whether there may be a variable in it. */
  public boolean hasVariables() {
    return text.indexOf('$', 0) >= 0;
  }

  /** Where a variable is named first; all of the word if it is not. */
  public Span spanOf(String variable) {
    return variables()
        .filter(v -> v.name().is(variable))
        .findFirst()
        .map(Part.Variable::span)
        .orElse(span());
  }

  /** What BuildKit makes of it where these values are in force. */
  public Expansion expand(Scope scope) {
    return Expansion.of(this, scope);
  }

  /** Why BuildKit refuses it, whatever its variables hold. */
  public Optional<String> failure() {
    if (isPlain()) {
      return Optional.empty();
    }
    List<String> operators = variables().map(Part.Variable::operator).toList();
    boolean fails = fault().isPresent() || !OPERATORS.containsAll(operators);
    boolean depends = operators.stream().anyMatch(operator -> operator.endsWith("?"));
    return fails && !depends ? expand(Scope.EMPTY).error() : Optional.empty();
  }

  /** Whether no character has a meaning of its own. */
  boolean isPlain() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '"' || c == '\'' || c == escape) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Span span() {
    return text.span();
  }

  @Override
  public List<Part> children() {
    return parts();
  }

  /** As written. */
  @Override
  public String toString() {
    return text.toString();
  }
}
