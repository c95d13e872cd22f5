/**
 * Positions and edits: characters that remember where in the file they stood, and what looks like a
 * secret among them. And JSON, which has no places.
 *
 * <p>Imports nothing of ours; everything else stands on it.
 */
package io.daviestechlabs.dockeradr.text;
