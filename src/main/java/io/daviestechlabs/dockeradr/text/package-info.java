/**
 * Positions and edits: characters that remember where in the file they stood.
 *
 * <p>Imports nothing of ours; everything else stands on it.
 */
package io.daviestechlabs.dockeradr.text;
