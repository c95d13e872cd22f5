package io.daviestechlabs.dockeradr.text;

/**
 * A place as people and editors count it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Position(int line, int column) {}
