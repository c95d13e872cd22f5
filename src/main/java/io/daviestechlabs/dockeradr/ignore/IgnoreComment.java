package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * A comment line of an ignore file.
 *
 * @param text what follows the hash mark, stripped
 * @param line its line, from 1
 * @param span the line from the hash mark to its last character
 */
public record IgnoreComment(String text, int line, Span span) {}
