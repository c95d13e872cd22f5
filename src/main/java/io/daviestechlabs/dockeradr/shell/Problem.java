package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * What is wrong with a script.
 *
 * @param kind how wrong
 * @param message the culprit in quotes, no stop
 * @param span the culprit
 */
public record Problem(Kind kind, String message, Span span) {
  /** How wrong it is. */
  public enum Kind {
    /** The shell refuses to run it; only the first of these is reported, as a shell does. */
    SYNTAX,
    /** Another shell has this feature, the one in use has not. */
    DIALECT,
    /** The shell takes it, though it can hardly be meant. */
    DOUBT,
    /** Nested so deeply that reading stopped there. */
    DEPTH
  }
}
