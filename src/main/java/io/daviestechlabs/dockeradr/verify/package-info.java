/**
 * Reads back what was built, from the daemon or from a registry, and compares it with what was
 * asked for. The only room that knows docker-java; it sees the buildx room.
 */
package io.daviestechlabs.dockeradr.verify;
