/**
 * Drives {@code docker buildx}: from a request to arguments, from rawjson to progress, from exit to
 * a sentence. The only room that starts processes; it sees the text and dockerfile rooms and
 * policy.
 */
package io.daviestechlabs.dockeradr.buildx;
