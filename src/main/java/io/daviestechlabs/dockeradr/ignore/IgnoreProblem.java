package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * Something in an ignore file that fails the build.
 *
 * @param message what is wrong, in BuildKit's words
 * @param line where, from 1
 * @param span the pattern that is wrong
 */
public record IgnoreProblem(String message, int line, Span span) {}
