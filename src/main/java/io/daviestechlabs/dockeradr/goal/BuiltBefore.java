package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Preflight;

/**
 * An image that an earlier module of the same run of Maven has built.
 *
 * @param name of the image
 * @param digest of its manifest or index
 * @param pushed whether its registry has it; otherwise only the engine does
 */
public record BuiltBefore(ImageName name, String digest, boolean pushed) {
  /**
   * The build context by which another image starts from exactly this one.
   *
   * @throws UserError if the builder cannot see it
   */
  String context(Preflight preflight) {
    if (!pushed && !preflight.keepsWhatItPushes()) {
      throw new UserError(
          "The image "
              + name
              + " of an earlier module is in the engine only, where a builder with the driver "
              + preflight.driver()
              + " does not look",
          "Push it (-Ddocker-adr.push), or build with the engine's own builder.");
    }
    return context();
  }

  /** The same, for whoever has seen that the builder can see it. */
  String context() {
    return "docker-image://" + name + "@" + digest;
  }
}
