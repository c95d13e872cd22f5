package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * What keeps BuildKit from reading the file.
 *
 * @param message as BuildKit words it
 * @param startLine first line that BuildKit names, from 1; 0 where it names none
 * @param endLine last line that BuildKit names
 * @param span the culprit
 */
public record Problem(String message, int startLine, int endLine, Span span) {}
