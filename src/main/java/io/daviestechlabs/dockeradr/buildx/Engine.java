package io.daviestechlabs.dockeradr.buildx;

import java.util.List;
import java.util.Optional;

/**
 * Who builds, and how.
 *
 * @param docker the docker command
 * @param builder the builder instance, the current one where empty
 * @param frontend who reads the Dockerfile
 * @param noCache whether every step runs, whatever is cached
 * @param pull whether base images are asked for again
 * @param retries how often a build is started again that failed for what may pass
 * @param uncached stages of which every step runs
 */
public record Engine(
    String docker,
    Optional<String> builder,
    Frontend frontend,
    boolean noCache,
    boolean pull,
    int retries,
    List<String> uncached) {
  /** The docker command on the path and its current builder. */
  public static final Engine USUAL =
      new Engine("docker", Optional.empty(), Frontend.DECLARED, false, false);

  public Engine {
    uncached = List.copyOf(uncached);
  }

  /** An engine that gets one try. */
  public Engine(
      String docker, Optional<String> builder, Frontend frontend, boolean noCache, boolean pull) {
    this(docker, builder, frontend, noCache, pull, 0);
  }

  /** The same engine, which takes what it has. */
  public Engine content() {
    return new Engine(docker, builder, frontend, false, false, retries);
  }

  /** An engine that takes all steps from the cache, or none. */
  public Engine(
      String docker,
      Optional<String> builder,
      Frontend frontend,
      boolean noCache,
      boolean pull,
      int retries) {
    this(docker, builder, frontend, noCache, pull, retries, List.of());
  }
}
