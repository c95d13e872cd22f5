/** Damaged Dockerfiles, and what must hold for each of them. */
package io.daviestechlabs.dockeradr.fuzz;
