/**
 * The language of RUN: sh, dash, ash and bash, as far as a script can be read without running it.
 *
 * <p>Reads a {@link io.daviestechlabs.dockeradr.text.Text}, so that every word knows its place in
 * the Dockerfile. Whose body it reads is none of its business.
 */
package io.daviestechlabs.dockeradr.shell;
