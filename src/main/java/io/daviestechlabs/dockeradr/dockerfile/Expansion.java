package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What BuildKit makes of a word.
 *
 * @param value the word with its variables replaced, as far as they are known
 * @param words the same, split at white space that is not quoted
 * @param matched variables that have a value
 * @param unmatched variables that have none
 * @param error why BuildKit refuses the word
 */
public record Expansion(
    String value,
    List<String> words,
    Set<String> matched,
    Set<String> unmatched,
    Optional<String> error) {
  static Expansion of(Word word, Scope scope) {
    return Expander.expand(word, scope);
  }
}
