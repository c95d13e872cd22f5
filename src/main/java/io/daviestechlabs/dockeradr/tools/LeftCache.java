package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call that downloads into a cache which stays in the layer: it is neither mounted, nor switched
 * off, nor emptied by the same RUN.
 *
 * @param kind the package manager
 * @param tool the call as it reads it
 */
public record LeftCache(PackageTool kind, Tool tool) {
  /** Those whose cache takes space of its own: uv, pnpm and bun install by links into theirs. */
  private static final Set<PackageTool> COPYING =
      EnumSet.of(
          PackageTool.APT,
          PackageTool.APK,
          PackageTool.DNF,
          PackageTool.ZYPPER,
          PackageTool.PIP,
          PackageTool.CONDA,
          PackageTool.NPM,
          PackageTool.YARN,
          PackageTool.COMPOSER);

  /**
   * Looks at one call.
   *
   * @param call as written
   * @param calls all of its RUN
   * @param variables those in force for the call
   * @param directory where the RUN starts, if that is known
   */
  public static Optional<LeftCache> of(
      Call call, List<Call> calls, Run run, Scope variables, Optional<String> directory) {
    PackageTool kind = PackageTool.of(call).filter(k -> k.downloads(call)).orElse(null);
    boolean fills =
        kind != null
            && COPYING.contains(kind)
            && Uncached.of(kind, call, run, variables, directory).isAny()
            && kind.bypassFlags(call).isEmpty()
            && kind.bypassAssignments(call).isEmpty()
            && kind.bypassVariables().stream()
                .allMatch(v -> variables.knowledge(v) == Scope.Knowledge.UNKNOWN);
    // Without an update there are no lists, and Debian's images delete the packages themselves.
    boolean fetchesLists =
        kind != PackageTool.APT || AptGet.in(calls).stream().anyMatch(AptGet::updates);
    return fills
            && fetchesLists
            && calls.stream().noneMatch(other -> mayEmpty(other, kind, call, variables))
        ? Optional.of(new LeftCache(kind, kind.read(call).orElseThrow()))
        : Optional.empty();
  }

  /** Where those keep what they download, of which nothing is a link from elsewhere. */
  private static final List<Place> PLACES = places();

  /**
   * A directory with downloads.
   *
   * @param path absolute, or {@code ~/…} in any home; with a slash at its end
   * @param kind the package manager
   */
  private record Place(String path, PackageTool kind) {
    boolean holds(String file) {
      return path.startsWith("~")
          ? Paths.homeOf(file)
              .filter(home -> file.startsWith(path.substring(1), home.length()))
              .isPresent()
          : file.startsWith(path);
    }
  }

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (PackageTool kind : COPYING) {
      for (CacheDirectory directory :
          kind == PackageTool.CONDA ? List.<CacheDirectory>of() : kind.directories()) {
        for (String usual : directory.usual()) {
          if (!usual.startsWith("*")) {
            directory.hearts().forEach(heart -> places.add(new Place(usual + heart + "/", kind)));
          }
        }
      }
    }
    return List.copyOf(places);
  }

  /** Whose download a file of an image is, by its absolute path; empty for all others. */
  public static Optional<PackageTool> at(String path) {
    if (path.indexOf("cache") < 0 && path.indexOf("/lists/") < 0 && path.indexOf("/.") < 0) {
      return Optional.empty();
    }
    for (Place place : PLACES) {
      if (place.holds(path)) {
        return Optional.of(place.kind());
      }
    }
    return Optional.empty();
  }

  private static boolean mayEmpty(Call other, PackageTool kind, Call call, Scope variables) {
    Optional<Rm> rm = Rm.of(other);
    boolean removes =
        rm.isPresent()
            && rm.get().targets().stream()
                .anyMatch(
                    target ->
                        target.literal().isEmpty()
                            || Rm.directory(target)
                                .map(d -> kind.keepsBelow(d, call, variables))
                                .orElse(true));
    return removes || other.name().equals("find") || kind.cleans(other);
  }
}
