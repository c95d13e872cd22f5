package io.daviestechlabs.dockeradr.buildx;

import java.util.Optional;

/**
 * Who builds, and how.
 *
 * @param docker the docker command
 * @param builder the builder instance, the current one where empty
 * @param frontend who reads the Dockerfile
 * @param noCache whether every step runs, whatever is cached
 * @param pull whether base images are asked for again
 */
public record Engine(
    String docker, Optional<String> builder, Frontend frontend, boolean noCache, boolean pull) {
  /** The docker command on the path and its current builder. */
  public static final Engine USUAL =
      new Engine("docker", Optional.empty(), Frontend.DECLARED, false, false);
}
