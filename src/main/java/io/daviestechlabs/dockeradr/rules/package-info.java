/**
 * The list of all rules; the rules themselves are in the families below.
 *
 * <p>{@code mvn test -Dadr.update} writes it.
 */
package io.daviestechlabs.dockeradr.rules;
