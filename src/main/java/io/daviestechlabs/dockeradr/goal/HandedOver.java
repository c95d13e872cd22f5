package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.verify.DaemonImages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Images of earlier modules as build contexts, so that another image starts from exactly them. */
final class HandedOver {
  private final Build build;
  private final Preflight preflight;
  private final Optional<Path> scratch;
  private final Map<String, Path> layouts = new HashMap<>();

  /**
   * @param scratch a private directory that lives as long as the build; empty where none is built
   */
  HandedOver(Build build, Preflight preflight, Optional<Path> scratch) {
    this.build = build;
    this.preflight = preflight;
    this.scratch = scratch;
  }

  /**
   * What {@code --build-context} says for an image. What neither a registry has, nor the engine of
   * the builder, is written to disk, and the builder reads it from there.
   *
   * @throws UserError if the builder cannot have it
   */
  String context(BuiltBefore image) throws InterruptedException {
    if (image.pushed() || preflight.keepsWhatItPushes()) {
      return image.context();
    }
    if (scratch.isEmpty()) {
      throw new UserError(
          "The image "
              + image.name()
              + " of an earlier module is in the engine only, and the definition cannot name it for"
              + " a builder with the driver "
              + preflight.driver(),
          "Push it (-Ddocker-adr.push), or build with the engine's own builder.");
    }
    Path layout = layouts.get(image.digest());
    if (layout == null) {
      layout = scratch.get().resolve("handed-over-" + layouts.size());
      build.console().info("handing over " + image.name() + " from the engine to the builder");
      String docker = build.images().get(0).request().engine().docker();
      DaemonImages.export(
          build.exec(),
          docker,
          build.environment(),
          image.name().toString(),
          image.digest(),
          layout);
      layouts.put(image.digest(), layout);
    }
    return "oci-layout://" + layout + "@" + image.digest();
  }
}
