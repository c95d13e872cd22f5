package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Directories that a call would fill in a layer, for no mount holds them.
 *
 * @param directories for people; none if all is well, or cannot be known
 * @param targets where to mount caches; none where it is not certain
 * @param sharing of these mounts
 */
public record Uncached(List<String> directories, List<String> targets, Sharing sharing) {
  /**
   * Looks at one call.
   *
   * @param tool that it downloads with
   * @param call as written
   * @param run that it stands in
   * @param variables those in force for it; {@code HOME} is one of them where the home is known
   * @param directory where the RUN starts, if that is known
   */
  public static Uncached of(
      PackageTool tool, Call call, Run run, Scope variables, Optional<String> directory) {
    MountPoints mounts = MountPoints.of(run, variables, directory);
    List<String> titles = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (CacheDirectory cache : tool.directories()) {
      List<String> candidates = cache.candidates(call, variables);
      if (!cache.mayBeIn(mounts, candidates)) {
        titles.add(tool.read(call).flatMap(Tool::cache).orElse(candidates.get(0)));
        candidates.stream()
            .filter(path -> candidates.size() == 1 && cache.mountable() && path.startsWith("/"))
            .forEach(targets::add);
      }
    }
    boolean isCertain = targets.size() == titles.size();
    return new Uncached(titles, isCertain ? targets : List.of(), tool.sharing());
  }

  /** Whether there is any. */
  public boolean isAny() {
    return !directories.isEmpty();
  }

  /** All of them in one phrase. */
  public String title() {
    return String.join(" and ", directories);
  }

  /**
   * The mounts to add; none where it is not certain which.
   *
   * @param owner what each says of who may write to it
   */
  public List<String> flags(String owner) {
    return targets.stream().map(target -> sharing.mount(target) + owner).toList();
  }
}
