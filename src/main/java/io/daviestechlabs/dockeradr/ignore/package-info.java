/**
 * Ignore files as BuildKit reads them: which files of a context reach a build, and the file that
 * keeps out what ADR-0014 wants kept out.
 *
 * <p>Sees {@code text} only; the sources of COPY and ADD come in as plain strings.
 */
package io.daviestechlabs.dockeradr.ignore;
