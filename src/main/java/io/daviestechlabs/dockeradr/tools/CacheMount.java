package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
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

  /**
   * Those of a RUN that would hold what a call downloads if nothing had moved its cache; none where
   * another mount holds it, or may do so for all that is known.
   */
  public static List<CacheMount> missing(
      PackageTool tool, Call call, Run run, Scope variables, Optional<String> directory) {
    Optional<String> real = tool.directory(call, variables);
    MountPoints mounts = MountPoints.of(run, variables, directory);
    return real.isEmpty() || mounts.mayHold(real.get())
        ? List.of()
        : of(run, variables, directory).stream()
            .filter(cache -> tool.usuallyKeepsBelow(cache.target()))
            .toList();
  }

  /** Whether it holds no more than caches, and so nothing that is installed. */
  public boolean isOnlyCache() {
    return !target.equals("/")
        && !target.equals("/home")
        && Paths.homeOf(target + "/").filter(target::equals).isEmpty();
  }

  /** Whether it lies in the home of root. */
  public boolean isRoots() {
    return Paths.isBelow(target, "/root");
  }

  /** Whether a path is in it. */
  public boolean holds(String path) {
    return Paths.isBelow(path, target);
  }

  /**
   * Who owns it; empty where a variable decides that the file does not know.
   *
   * @param variables those in force
   */
  public Optional<String> owner(Scope variables) {
    return mount.uid().map(word -> StageGraph.known(word, variables)).orElse(Optional.of("0"));
  }

  /**
   * Whether all users may write to it, or may for all that is known.
   *
   * @param variables those in force
   */
  public boolean isOpen(Scope variables) {
    return mount.mode().map(word -> StageGraph.known(word, variables)).stream()
        .anyMatch(mode -> mode.isEmpty() || mode.get().matches(".*[2367]"));
  }
}
