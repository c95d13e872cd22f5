/**
 * The decision's own rules: one class and, beside it, one page each.
 *
 * <p>A rule sees the languages, the tools and {@code lint}; never another family.
 */
package io.daviestechlabs.dockeradr.rules.adr;
