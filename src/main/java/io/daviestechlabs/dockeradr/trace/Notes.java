package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a build is made of, beside what the last one was made of.
 *
 * @param now of this build
 * @param before of the last one, empty where nobody remembers it
 * @param id of the image among several, empty for one alone
 * @param switchedOff whether the cache is not to be used
 */
public record Notes(BuildRecord now, Optional<BuildRecord> before, String id, boolean switchedOff) {
  private static final List<String> ENGINE = List.of("DOCKER_HOST", "DOCKER_CONTEXT");

  /**
   * Takes them down; the context is walked through where anything of it is copied.
   *
   * @param ignore what is not sent of the context
   * @param environment says which engine builds
   */
  public static Notes take(
      BuildRequest request,
      Dockerfile file,
      IgnoreFile ignore,
      Map<String, String> environment,
      Optional<BuildRecord> before,
      String id) {
    Map<String, String> given = request.inputs().buildArgs();
    Map<String, String> sums = new TreeMap<>();
    for (Map.Entry<String, String> arg : given.entrySet()) {
      sums.put(arg.getKey(), BuildRecord.sum(arg.getKey(), arg.getValue()));
    }
    Recipe recipe = Recipe.of(file, given);
    ContextListing known = before.isPresent() ? before.get().files() : ContextListing.NONE;
    Optional<Predicate<String>> taken = recipe.taken();
    ContextListing files =
        taken.isPresent()
            ? ContextListing.of(request.context(), ignore, taken.get(), known)
            : ContextListing.NONE;
    StringBuilder engine = new StringBuilder(request.engine().builder().orElse(""));
    for (String name : ENGINE) {
      engine.append(' ').append(environment.getOrDefault(name, ""));
    }
    BuildRecord now =
        new BuildRecord(
            BuildRecord.sum("engine", engine.toString()), sums, recipe, Map.of(), Map.of(), files);
    return new Notes(now, before, id, request.engine().noCache());
  }

  /** The first misses among the steps of the image, and why they were missed. */
  public List<Miss> misses(List<Step> steps) {
    return Miss.of(steps, now.with(steps, id), before, id, switchedOff);
  }

  /** The record for the next build. */
  public BuildRecord record(List<Step> steps) {
    return now.with(steps, id);
  }
}
