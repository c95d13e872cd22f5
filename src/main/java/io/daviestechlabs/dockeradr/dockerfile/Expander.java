package io.daviestechlabs.dockeradr.dockerfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Replaces variables by their values. */
final class Expander {
  private final Scope scope;
  private final Set<String> matched = new LinkedHashSet<>();
  private final Set<String> unmatched = new LinkedHashSet<>();

  private Expander(Scope scope) {
    this.scope = scope;
  }

  static Expansion expand(Word word, Scope scope) {
    Expander expander = new Expander(scope);
    String value = expander.value(word);
    return new Expansion(
        value, List.of(value), expander.matched, expander.unmatched, Optional.empty());
  }

  private String value(Word word) {
    StringBuilder out = new StringBuilder();
    for (Part part : word.parts()) {
      if (part instanceof Part.Literal literal) {
        out.append(literal.text());
      } else if (part instanceof Part.Variable variable) {
        Optional<String> value = scope.value(variable.name().toString());
        (value.isPresent() ? matched : unmatched).add(variable.name().toString());
        out.append(value.orElse(""));
      }
    }
    return out.toString();
  }
}
