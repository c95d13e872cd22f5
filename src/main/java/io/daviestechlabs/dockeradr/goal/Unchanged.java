package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out, without starting buildx, that a build has nothing to do: all that decides its images
 * is as it was for the last build, and they are still wherever they were delivered to. Where that
 * cannot be known, it has.
 */
final class Unchanged {
  private final Build build;
  private final List<UnchangedImage> images = new ArrayList<>();

  private Unchanged(Build build) {
    this.build = build;
  }

  /**
   * Begins to look at what the build is made of; nothing is done about images of which nobody wants
   * to know.
   */
  static Unchanged look(Build build) {
    Unchanged unchanged = new Unchanged(build);
    try {
      for (WantedImage image : build.images()) {
        if (image.skipUnchanged()) {
          unchanged.images.add(UnchangedImage.look(build, image));
        }
      }
    } catch (UserError e) {
      // The build says it too.
      unchanged.images.clear();
    }
    return unchanged;
  }

  /** What there is already; empty if there is something to build. */
  Optional<List<BuildResult>> results(long start) throws InterruptedException {
    if (images.isEmpty() || images.size() < build.images().size()) {
      return Optional.empty();
    }
    for (UnchangedImage image : images) {
      Optional<String> change = image.change();
      if (change.isPresent()) {
        build.console().info("building " + image.name() + ": " + change.get());
        return Optional.empty();
      }
    }
    List<BuildResult> results = new ArrayList<>();
    for (UnchangedImage image : images) {
      results.add(image.result(start));
    }
    return Optional.of(results);
  }

  /** Keeps what the next build has to know. */
  void remember(BuildxRun run, List<BuildResult> results, Preflight preflight)
      throws InterruptedException {
    for (UnchangedImage image : images) {
      for (BuildResult result : results) {
        if (image.isOf(result)) {
          image.remember(run, result, preflight);
        }
      }
    }
  }
}
