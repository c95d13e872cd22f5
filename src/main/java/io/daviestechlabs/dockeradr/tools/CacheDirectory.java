package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a package manager keeps what it downloads.
 *
 * @param usual where it is unless a variable says otherwise, several where that depends; absolute,
 *     {@code ~/…} or, anywhere, {@code *}{@code /…}
 * @param heart the part below it that a mount has to hold; empty for all of it
 * @param movers variables that move it, the strongest first
 */
record CacheDirectory(List<String> usual, String heart, List<Mover> movers) {
  /**
   * A variable that moves a directory.
   *
   * @param variable its name
   * @param rest what follows its value
   */
  record Mover(String variable, String rest) {}

  /**
   * A directory as it is in one RUN.
   *
   * @param candidates where it may be; none if only the build knows
   * @param heart the part below it that a mount has to hold
   */
  record Place(List<String> candidates, String heart) {
    /** Whether a mount holds it, or may do so for all that is known. */
    boolean mayBeIn(MountPoints mounts) {
      return candidates.isEmpty() || candidates.stream().anyMatch(c -> mounts.mayHold(c + heart));
    }

    /** The one place that it is at, if that is certain. */
    Optional<String> certain() {
      return candidates.size() == 1 && candidates.get(0).startsWith("/")
          ? Optional.of(candidates.get(0))
          : Optional.empty();
    }

    /** The most usual place, for people. */
    String title() {
      return candidates.get(0);
    }
  }

  static CacheDirectory of(String... usual) {
    return new CacheDirectory(List.of(usual), "", List.of());
  }

  CacheDirectory heart(String part) {
    return new CacheDirectory(usual, part, movers);
  }

  CacheDirectory movedBy(String variable, String rest) {
    List<Mover> all = Stream.concat(movers.stream(), Stream.of(new Mover(variable, rest))).toList();
    return new CacheDirectory(usual, heart, all);
  }

  /** Where it is with these variables; {@code HOME} is one of them where the home is known. */
  Place in(Scope variables) {
    for (Mover mover : movers) {
      switch (variables.knowledge(mover.variable())) {
        case DECLARED -> {
          return new Place(List.of(), heart);
        }
        case KNOWN -> {
          String value = variables.value(mover.variable()).orElse("");
          if (!value.isEmpty()) {
            return new Place(candidate(value + mover.rest(), variables), heart);
          }
        }
        case UNKNOWN -> {}
      }
    }
    return new Place(
        usual.stream().flatMap(path -> candidate(path, variables).stream()).toList(), heart);
  }

  private static List<String> candidate(String path, Scope variables) {
    if (path.startsWith("*/")) {
      return List.of(path);
    }
    if (path.startsWith("~/")) {
      return switch (variables.knowledge("HOME")) {
        case KNOWN -> List.of(Paths.clean(variables.value("HOME").orElse("") + path.substring(1)));
        case DECLARED, UNKNOWN -> List.of(path);
      };
    }
    return path.startsWith("/") ? List.of(Paths.clean(path)) : List.of();
  }
}
