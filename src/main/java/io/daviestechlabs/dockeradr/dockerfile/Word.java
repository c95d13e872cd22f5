package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.text.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A word that BuildKit expands: quotes, escapes and variables. It is read once, when asked. */
public final class Word implements Node {
  private static final Set<String> OPERATORS =
      Set.of("", "-", ":-", "+", ":+", "?", ":?", "#", "##", "%", "%%", "/", "//");

  private final Text text;
  private final char escape;
  private Words.Parsed parsed;

  /**
   * @param text as written
   * @param escape the escape character in force, backslash or backtick
   */
  public Word(Text text, char escape) {
    this.text = text;
    this.escape = escape;
  }

  /** As written. */
  public Text text() {
    return text;
  }

  /** The escape character in force, backslash or backtick. */
  public char escape() {
    return escape;
  }

  private Words.Parsed parsed() {
    if (parsed == null) {
      parsed = Words.parse(text, escape);
    }
    return parsed;
  }

  /** Literals and variables in order, up to where a syntax error ends the reading. */
  public List<Part> parts() {
    return parsed().parts();
  }

  /** What is wrong with it, as BuildKit words it: an open quote, an unknown operator. */
  public Optional<String> fault() {
    return parsed().fault();
  }

  /** The characters without quotes and escapes; empty if there is a variable or a fault in it. */
  public Optional<Text> literal() {
    if (isPlain()) {
      return Optional.of(text);
    }
    if (parsed().fault().isPresent()) {
      return Optional.empty();
    }
    Text.Builder out = new Text.Builder(text.span().start());
    for (Part part : parts()) {
      if (!(part instanceof Part.Literal literal)) {
        return Optional.empty();
      }
      out.append(literal.text());
    }
    return Optional.of(out.build());
  }

  /** All variables, those within other variables too. */
  public List<Part.Variable> variables() {
    if (!hasVariables()) {
      return List.of();
    }
    List<Part.Variable> variables = new ArrayList<>();
    for (Node node : Walk.<Node>from(this)) {
      if (node instanceof Part.Variable variable) {
        variables.add(variable);
      }
    }
    return variables;
  }

  /** Whether there may be a variable in it. */
  public boolean hasVariables() {
    return text.indexOf('$', 0) >= 0;
  }

  /** Where a variable is named first; all of the word if it is not. */
  public Span spanOf(String variable) {
    return variables().stream()
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
    List<String> operators = variables().stream().map(Part.Variable::operator).toList();
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
