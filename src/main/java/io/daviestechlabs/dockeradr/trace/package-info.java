/**
 * What a build did: a record for the next one, why steps were not cached, and a page about it. It
 * sees the buildx room and the languages.
 */
package io.daviestechlabs.dockeradr.trace;
