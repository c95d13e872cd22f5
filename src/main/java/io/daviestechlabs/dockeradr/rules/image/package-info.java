/**
 * What the decision asks of images that were built: one class and one page a rule.
 *
 * <p>Ids are {@code IMAGE}, the section of the decision, and a number inside it.
 */
package io.daviestechlabs.dockeradr.rules.image;
