/**
 * Positions and edits: characters that remember where in the file they stood, and what looks like a
 * secret among them.
 *
 * <p>Imports nothing of ours; everything else stands on it.
 */
package io.daviestechlabs.dockeradr.text;
