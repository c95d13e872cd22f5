/** How fast it is. */
package io.daviestechlabs.dockeradr.benchmark;
