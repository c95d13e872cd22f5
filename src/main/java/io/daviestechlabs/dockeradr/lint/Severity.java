package io.daviestechlabs.dockeradr.lint;

import java.util.Locale;

/** How much a finding matters; declared from the heaviest to none. */
public enum Severity {
  /** The image breaks the decision, or the build. */
  ERROR,
  /** Costs time, space or safety, and has a better form. */
  WARNING,
  /** Worth knowing. */
  INFO,
  /** The rule is off unless somebody asks for it. */
  OFF;

  /** The word that users write and read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this weighs as much as another, or more. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
