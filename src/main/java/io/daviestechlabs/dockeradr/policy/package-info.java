/** What images must satisfy: which rules are on, what is required, which licences have a name. */
package io.daviestechlabs.dockeradr.policy;
