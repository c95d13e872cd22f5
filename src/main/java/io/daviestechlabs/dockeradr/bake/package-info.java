/**
 * Bake files of buildx: blocks and expressions in HCL or JSON whose strings know where they stand.
 *
 * <p>A language like the others; sees only positions.
 */
package io.daviestechlabs.dockeradr.bake;
