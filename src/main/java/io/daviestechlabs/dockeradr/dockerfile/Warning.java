package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * What BuildKit's parser reads but does not like.
 *
 * @param message as BuildKit words it
 * @param startLine first line that BuildKit names, from 1
 * @param endLine last line that BuildKit names
 * @param span the culprit
 */
public record Warning(String message, int startLine, int endLine, Span span) {}
