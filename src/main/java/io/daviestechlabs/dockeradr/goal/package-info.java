/**
 * What the goals do: plain values in, files and lines out, decisions between.
 *
 * <p>Everything is tried here without Maven; the room above only hands over parameters.
 */
package io.daviestechlabs.dockeradr.goal;
