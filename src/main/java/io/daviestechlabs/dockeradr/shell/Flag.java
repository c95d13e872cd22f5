package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;

/**
 * A flag of a call.
 *
 * @param name with its dashes, one letter of a bundle each
 * @param value behind {@code =}, attached to a letter, or the next word
 * @param word the word that it stands in
 */
public record Flag(String name, Optional<ShellWord> value, ShellWord word) {
  /** From its word to its value. */
  public Span span() {
    return value.map(v -> word.span().to(v.span())).orElse(word.span());
  }

  /** Whether it is of one of some names. */
  public boolean is(String... names) {
    for (String candidate : names) {
      if (candidate.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
