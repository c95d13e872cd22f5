package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The directories of a RUN that are mounted, so that what is written there stays out of the layer.
 *
 * @param points in order; empty where a variable decides that the file does not know
 */
public record MountPoints(List<Optional<String>> points) {
  private static final Set<String> TYPES = Set.of("cache", "tmpfs", "bind");

  /**
   * Reads the mounts of a RUN.
   *
   * @param run with its flags
   * @param variables those in force
   * @param directory where relative targets start, if that is known
   */
  public static MountPoints of(Run run, Scope variables, Optional<String> directory) {
    return new MountPoints(
        run.mounts().stream()
            .filter(mount -> TYPES.contains(mount.type()))
            .map(mount -> target(mount, variables, directory))
            .toList());
  }

  /** Where a mount appears, if the file tells. */
  static Optional<String> target(Mount mount, Scope variables, Optional<String> directory) {
    Optional<String> target =
        mount.target().flatMap(word -> StageGraph.known(word, variables)).map(Paths::clean);
    return target.flatMap(
        path ->
            path.startsWith("/")
                ? target
                : directory.map(below -> Paths.clean(below + "/" + path)));
  }

  /**
   * Whether a directory is, or may be, at or below a mount.
   *
   * @param path absolute; {@code ~/…} in the home of whoever it is, {@code *}{@code /…} anywhere
   */
  public boolean mayHold(String path) {
    return points.stream().anyMatch(point -> point.map(p -> holds(p, path)).orElse(true));
  }

  /** Whether a directory is at or below a point, the homes of all users taken for one. */
  static boolean holds(String point, String path) {
    if (path.startsWith("*/")) {
      return point.endsWith(path.substring(1));
    }
    if (!path.startsWith("~/")) {
      return Paths.isBelow(path, point);
    }
    String rest = path.substring(1);
    Optional<String> home = Paths.homeOf(point + "/");
    return point.endsWith(rest)
        || Paths.isBelow("/home", point)
        || home.filter(h -> Paths.isBelow(h + rest, point)).isPresent();
  }
}
