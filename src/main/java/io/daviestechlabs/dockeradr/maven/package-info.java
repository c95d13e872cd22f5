/**
 * The goals as Maven sees them: parameters and one statement each.
 *
 * <p>The only package that knows Maven; all behaviour is in the room below.
 */
package io.daviestechlabs.dockeradr.maven;
