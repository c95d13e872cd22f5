/**
 * What a rule is, what it is given, and what becomes of its findings and fixes.
 *
 * <p>Sees the languages and tools below it; knows no rule, no file system, no clock and no Maven.
 */
package io.daviestechlabs.dockeradr.lint;
