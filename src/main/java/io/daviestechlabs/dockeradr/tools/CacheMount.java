package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.List;
import java.util.Optional;

/**
 * A cache mount of a RUN whose place the file tells.
 *
 * @param mount as written
 * @param target absolute path, without a slash at its end
 */
public record CacheMount(Mount mount, String target) {
  /**
   * All of a RUN.
   *
   * @param variables those in force
   * @param directory where relative targets start, if that is known
   */
  public static List<CacheMount> of(Run run, Scope variables, Optional<String> directory) {
    return run.mounts().stream()
        .filter(mount -> mount.type().equals("cache"))
        .flatMap(
            mount ->
                MountPoints.target(mount, variables, directory)
                    .map(target -> new CacheMount(mount, target))
                    .stream())
        .toList();
  }

  /** Those of a RUN that hold what a call downloads. */
  public static List<CacheMount> holding(
      PackageTool tool, Call call, Run run, Scope variables, Optional<String> directory) {
    return of(run, variables, directory).stream()
        .filter(cache -> tool.keepsBelow(cache.target(), call, variables))
        .toList();
  }

  /** Whether a path is in it. */
  public boolean holds(String path) {
    return Paths.isBelow(path, target);
  }
}
