/** Makes container images obey ADR-0014; this room holds only what every other room may see. */
package io.daviestechlabs.dockeradr;
