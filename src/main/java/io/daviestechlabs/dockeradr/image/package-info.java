/**
 * Images as they are stored: what they say of themselves, and what is in their layers.
 *
 * <p>Reads streams, whatever they come from, in memory that does not grow with their length; what
 * is absurd is refused. Sees tools, ignore and text below it.
 */
package io.daviestechlabs.dockeradr.image;
