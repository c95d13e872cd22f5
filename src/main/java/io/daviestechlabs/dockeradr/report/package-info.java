/**
 * Findings as people and machines read them: console, JSON, SARIF, Checkstyle.
 *
 * <p>Turns values into text; never looks at a file or a rule's code.
 */
package io.daviestechlabs.dockeradr.report;
