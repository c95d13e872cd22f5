package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.CachePlace;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.verify.CacheManifest;
import java.util.List;
import java.util.Optional;

/** What became of the cache that a build was to write. */
final class WrittenCache {
  private final BuildRequest request;
  private final List<Step> steps;
  private final Optional<CachePlace> place;
  private final Asked<Optional<CacheManifest>> asked;

  /** Begins to read it back, where it can be. */
  WrittenCache(BuildRequest request, List<Step> steps, ReadBack readBack) {
    this.request = request;
    this.steps = steps;
    this.place = expected(request, steps);
    this.asked =
        place.isPresent()
            ? Asked.now(() -> readBack.cache(place.get()))
            : Asked.known(Optional.empty());
  }

  /** Whether a build will write a cache that can be read back from a registry. */
  static boolean isInRegistry(BuildRequest request) {
    Optional<CachePlace> written = request.cache().written(request);
    return written.isPresent() && written.get().reference().isPresent();
  }

  /**
   * What it holds, in a few words, or why it was not written; empty where nothing is known of it.
   * One that was lost costs the next build its time, and nobody else would say so.
   */
  Optional<String> line(Console console) throws InterruptedException {
    Optional<String> proposal = request.cache().whyNotWritten();
    if (proposal.isPresent()) {
      List<CachePlace> read = request.cache().read(request);
      return read.isEmpty()
          ? Optional.empty()
          : Optional.of("read only, for this is " + proposal.get() + ": " + read.get(0).name());
    }
    if (place.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<CacheManifest> found = asked.answer();
      if (found.isPresent()) {
        return Optional.of(place.get().name() + ": " + found.get().summary());
      }
      boolean layers = !ImageBuild.instructions(steps).isEmpty();
      if (layers && ReadBack.canRead(place.get())) {
        console.warn("cache " + place.get().name() + " was not written");
      }
      return Optional.empty();
    } catch (UserError e) {
      console.warn("cache not verified: " + e.what());
      return Optional.empty();
    }
  }

  /** What it holds, empty where that is not known. */
  Optional<CacheManifest> manifest() throws InterruptedException {
    try {
      return asked.answer();
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** The place that the build wrote; empty where it said itself that it did not. */
  private static Optional<CachePlace> expected(BuildRequest request, List<Step> steps) {
    for (Step step : steps) {
      if (step.isCacheExport() && step.error().isPresent()) {
        return Optional.empty();
      }
    }
    return request.cache().written(request);
  }
}
