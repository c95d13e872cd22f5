package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;
import java.util.Optional;

/**
 * A call that would download into a cache mount.
 *
 * @param kind the package manager
 * @param tool the call as it reads it
 * @param variables those in force for the call
 * @param mount that holds its cache
 */
public record CacheUse(PackageTool kind, Tool tool, Scope variables, CacheMount mount) {
  /** Looks at one call; empty if it downloads nothing, or to no cache mount. */
  public static Optional<CacheUse> of(
      Call call, Run run, Scope variables, Optional<String> directory) {
    PackageTool kind = PackageTool.of(call).filter(k -> k.downloads(call)).orElse(null);
    if (kind == null) {
      return Optional.empty();
    }
    return CacheMount.holding(kind, call, run, variables, directory).stream()
        .findFirst()
        .map(mount -> new CacheUse(kind, kind.read(call).orElseThrow(), variables, mount));
  }

  /** Its flags that keep it from the cache. */
  public List<Flag> bypassFlags() {
    return kind.bypassFlags(tool.call());
  }

  /** A variable in force that does so. */
  public Optional<String> bypassVariable() {
    return kind.bypassVariables().stream()
        .filter(name -> variables.value(name).filter(v -> kind.isBypassedBy(name, v)).isPresent())
        .findFirst();
  }

  /** Takes such a flag away; empty where it stands in one word with others. */
  public Optional<Edit> without(Flag flag) {
    if (!flag.word().text().toString().equals(flag.name())) {
      return Optional.empty();
    }
    // apk has no index without its cache, and fetches one only if told so.
    return Optional.of(
        kind == PackageTool.APK
            ? Edit.replace(flag.word().span(), "--update-cache")
            : tool.call().remove(flag.word()));
  }

  /** Whether another call of the RUN empties the cache, or deletes the directory. */
  public boolean isEmptiedBy(Call other) {
    boolean within =
        Rm.of(other).filter(Rm::isRecursive).stream()
            .flatMap(rm -> rm.targets().stream())
            .flatMap(target -> Rm.directory(target).stream())
            .anyMatch(d -> mount.holds(d) && kind.keepsBelow(d, tool.call(), variables));
    return kind.cleans(other)
        || within
        || Deletion.of(other)
            .filter(d -> !d.hitting(mount.target(), variables, Optional.empty()).isEmpty())
            .isPresent();
  }
}
