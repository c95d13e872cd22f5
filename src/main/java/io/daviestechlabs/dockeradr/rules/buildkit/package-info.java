/**
 * The checks of {@code docker build --check}, in BuildKit's own words and with its switches; one
 * class and one page each. They see {@code lint} and what is below it.
 */
package io.daviestechlabs.dockeradr.rules.buildkit;
