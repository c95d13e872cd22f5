package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * What keeps BuildKit from reading the file.
 *
 * @param phase where BuildKit comes upon it: all of the file is parsed before any of it is read
 * @param message as BuildKit words it
 * @param startLine first line that BuildKit names, from 1; 0 where it names none
 * @param endLine last line that BuildKit names
 * @param span the culprit
 */
public record Problem(Phase phase, String message, int startLine, int endLine, Span span) {
  /** The two passes over a file. */
  public enum Phase {
    /** Lines become raw instructions. */
    PARSE,
    /** Raw instructions get their meaning. */
    READ
  }
}
