/**
 * The Dockerfile language as BuildKit reads it: lines, instructions, stages, words and their
 * expansion.
 *
 * <p>Imports {@code text} only; what a RUN body means is the business of {@code shell}.
 */
package io.daviestechlabs.dockeradr.dockerfile;
