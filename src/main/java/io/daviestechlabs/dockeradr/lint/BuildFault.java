package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * What ends a build of a file that can be read, whatever its arguments and base images are.
 *
 * @param span the culprit
 * @param message as BuildKit words it
 */
public record BuildFault(Span span, String message) {}
