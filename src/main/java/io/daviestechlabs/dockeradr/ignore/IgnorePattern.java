package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * One pattern of an ignore file.
 *
 * @param text the pattern as it is written, without white space around it
 * @param glob what is compared with paths: cleaned, without leading slash and exclamation mark
 * @param exception whether it brings back what earlier patterns exclude
 * @param line its line, from 1
 * @param span where {@code text} stands
 * @param comment the comment lines directly above it without their hash marks, or empty
 */
public record IgnorePattern(
    String text, String glob, boolean exception, int line, Span span, String comment) {}
