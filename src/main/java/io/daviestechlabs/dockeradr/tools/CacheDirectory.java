package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a package manager keeps what it downloads.
 *
 * @param usual where it is unless something moves it, several where that depends; absolute, {@code
 *     ~/…} or, anywhere, {@code *}{@code /…}
 * @param others where people move it by files that nobody reads here
 * @param hearts parts below it, one of which a mount has to hold
 * @param flags of the command line that move it
 * @param movers variables that move it, the strongest first
 * @param mountable whether a mount in its place leaves everything else as it was
 */
record CacheDirectory(
    List<String> usual,
    List<String> others,
    List<String> hearts,
    List<String> flags,
    List<Mover> movers,
    boolean mountable) {
  /**
   * A variable that moves a directory.
   *
   * @param variable its name
   * @param rest what follows its value
   */
  record Mover(String variable, String rest) {}

  static CacheDirectory of(String... usual) {
    return new CacheDirectory(List.of(usual), List.of(), List.of(""), List.of(), List.of(), true);
  }

  CacheDirectory alsoAt(String... paths) {
    return new CacheDirectory(
        usual, joined(others, List.of(paths)), hearts, flags, movers, mountable);
  }

  CacheDirectory hearts(String... parts) {
    return new CacheDirectory(usual, others, List.of(parts), flags, movers, mountable);
  }

  CacheDirectory flag(String name) {
    return new CacheDirectory(
        usual, others, hearts, joined(flags, List.of(name)), movers, mountable);
  }

  CacheDirectory movedBy(String variable, String rest) {
    List<Mover> all = joined(movers, List.of(new Mover(variable, rest)));
    return new CacheDirectory(usual, others, hearts, flags, all, mountable);
  }

  CacheDirectory notMountable() {
    return new CacheDirectory(usual, others, hearts, flags, movers, false);
  }

  private static <T> List<T> joined(List<T> list, List<T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** Where it may be for a call; none if only the build knows. */
  List<String> candidates(Call call, Scope variables) {
    Optional<ShellWord> flagged =
        flags.isEmpty() ? Optional.empty() : call.value(flags.toArray(String[]::new));
    if (flagged.isPresent()) {
      return flagged
          .flatMap(ShellWord::literal)
          .map(path -> resolved(path.toString(), variables))
          .orElse(List.of());
    }
    for (Mover mover : movers) {
      Scope.Knowledge knowledge = variables.knowledge(mover.variable());
      if (knowledge == Scope.Knowledge.DECLARED) {
        return List.of();
      }
      String value = variables.value(mover.variable()).orElse("");
      if (!value.isEmpty()) {
        return resolved(value + mover.rest(), variables);
      }
    }
    return usual.stream().flatMap(path -> resolved(path, variables).stream()).toList();
  }

  /** Whether what it holds lies in a directory, or below. */
  boolean isBelow(String directory, List<String> candidates) {
    return others.stream().anyMatch(path -> MountPoints.holds(directory, path))
        || candidates.stream()
            .anyMatch(
                path ->
                    hearts.stream().anyMatch(heart -> MountPoints.holds(directory, path + heart)));
  }

  /** Whether some mount holds it, or may do so for all that is known. */
  boolean mayBeIn(MountPoints mounts, List<String> candidates) {
    List<String> all = new ArrayList<>(candidates);
    // The cache of another user is another rule's business.
    all.addAll(usual);
    for (String path : all) {
      if (hearts.stream().anyMatch(heart -> mounts.mayHold(path + heart))) {
        return true;
      }
    }
    return candidates.isEmpty() || others.stream().anyMatch(mounts::mayHold);
  }

  private static List<String> resolved(String path, Scope variables) {
    if (path.startsWith("~/")) {
      return variables.knowledge("HOME") == Scope.Knowledge.KNOWN
          ? List.of(Paths.clean(variables.value("HOME").orElse("") + path.substring(1)))
          : List.of(path);
    }
    if (path.startsWith("*/")) {
      return List.of(path);
    }
    return path.startsWith("/") ? List.of(Paths.clean(path)) : List.of();
  }
}
