/**
 * The shell as RUN speaks it: sh, ash and bash read into a tree, and {@code Call}, the view of one
 * command that rules ask.
 *
 * <p>Imports {@code text} only. Errors are values; nothing here throws on input.
 */
package io.daviestechlabs.dockeradr.shell;
