/**
 * Makefiles: rules whose recipes know where they stand.
 *
 * <p>A language like the others; sees only positions. Nothing is expanded and nothing is included.
 */
package io.daviestechlabs.dockeradr.makefile;
