/**
 * What package managers are told to do: one reading of each for all families of rules.
 *
 * <p>Sees the languages, never {@code lint}: what a call means does not depend on who asks.
 */
package io.daviestechlabs.dockeradr.tools;
