package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;

/**
 * An image that an earlier module of the same run of Maven has built.
 *
 * @param name of the image
 * @param digest of its manifest or index
 * @param pushed whether its registry has it; otherwise only the engine does
 */
public record BuiltBefore(ImageName name, String digest, boolean pushed) {
  /** The build context by which another image starts from exactly this one. */
  String context() {
    return "docker-image://" + name + "@" + digest;
  }
}
