package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where each package manager keeps what it downloads: one line, and one source, for each. */
public enum PackageTool {
  /** The manual page {@code apt.conf(5)}, {@code Dir::Cache} and {@code Dir::State}. */
  APT(
      call -> AptGet.of(call).filter(AptGet::installs).isPresent(),
      Sharing.LOCKED,
      CacheDirectory.of("/var/cache/apt").heart("/archives"),
      CacheDirectory.of("/var/lib/apt").heart("/lists"));

  private final Predicate<Call> installs;
  private final Sharing sharing;
  private final List<CacheDirectory> directories;

  PackageTool(Predicate<Call> installs, Sharing sharing, CacheDirectory... directories) {
    this.installs = installs;
    this.sharing = sharing;
    this.directories = List.of(directories);
  }

  /** Whether a call downloads packages with it. */
  public boolean installs(Call call) {
    return installs.test(call);
  }

  /**
   * The directories that it would fill in a layer.
   *
   * @param run with its mounts
   * @param variables those in force; {@code HOME} is one of them where the home is known
   * @param directory where the RUN starts, if that is known
   */
  public Uncached uncached(Run run, Scope variables, Optional<String> directory) {
    MountPoints mounts = MountPoints.of(run, variables, directory);
    List<CacheDirectory.Place> places =
        directories.stream()
            .map(cache -> cache.in(variables))
            .filter(place -> !place.mayBeIn(mounts))
            .toList();
    List<Optional<String>> certain = places.stream().map(CacheDirectory.Place::certain).toList();
    return new Uncached(
        places.stream().map(CacheDirectory.Place::title).toList(),
        certain.stream().allMatch(Optional::isPresent)
            ? certain.stream().map(place -> sharing.mount(place.get())).toList()
            : List.of());
  }

  /**
   * Directories that no mount holds.
   *
   * @param directories for people; none if all is well, or cannot be known
   * @param flags the mounts to add; none where it is not certain which
   */
  public record Uncached(List<String> directories, List<String> flags) {
    /** Whether there is any. */
    public boolean isAny() {
      return !directories.isEmpty();
    }

    /** All of them in one phrase. */
    public String title() {
      return String.join(" and ", directories);
    }
  }
}
