/**
 * Python's requirements, and the files in which projects list them.
 *
 * <p>Knows how such files are written, not who installs them. Parsers never throw; every
 * requirement knows where it stands.
 */
package io.daviestechlabs.dockeradr.python;
