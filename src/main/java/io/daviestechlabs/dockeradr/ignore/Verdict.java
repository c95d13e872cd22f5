package io.daviestechlabs.dockeradr.ignore;

import java.util.Optional;

/**
 * What an ignore file says about a path.
 *
 * @param ignored whether the path stays out of the build
 * @param by the pattern that had the last word; empty where none matched
 */
public record Verdict(boolean ignored, Optional<IgnorePattern> by) {
  static final Verdict UNTOUCHED = new Verdict(false, Optional.empty());

  /** Whether an exception brought the path back. */
  public boolean broughtBack() {
    return !ignored && by.isPresent();
  }
}
