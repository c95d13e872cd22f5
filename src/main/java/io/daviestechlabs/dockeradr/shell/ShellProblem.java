package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * Why a script, or the rest of it, could not be read.
 *
 * @param span the culprit
 * @param message what is wrong: one line, no stop
 */
public record ShellProblem(Span span, String message) {}
