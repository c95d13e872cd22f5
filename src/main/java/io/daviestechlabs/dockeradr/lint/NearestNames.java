package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Suggestion;
import java.util.Optional;

/**
 * Finds the variable that somebody may have meant.
 *
 * <p>It looks for the first hundred names of a file only: a file with more of them has been written
 * to cost time.
 */
public final class NearestNames {
  private int left = 100;

  /** The nearest variable of a scope, at most two letters away. */
  public Optional<String> nearest(String name, Scope scope) {
    return left-- > 0 ? Suggestion.nearest(name, scope.names(), true) : Optional.empty();
  }
}
