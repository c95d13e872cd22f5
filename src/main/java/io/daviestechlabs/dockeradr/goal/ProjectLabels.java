package io.daviestechlabs.dockeradr.goal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a project gives to the images that it builds.
 *
 * @param pom the module's POM; empty without a project
 * @param built whether the project's build runs the {@code build} goal
 * @param values labels from the POM, by key
 */
public record ProjectLabels(Optional<Path> pom, boolean built, Map<String, String> values) {
  /** A directory without a POM. */
  public static ProjectLabels none() {
    return new ProjectLabels(Optional.empty(), false, Map.of());
  }

  /** What a build injects; nothing if none is bound. */
  Map<String, String> injected() {
    return built ? values : Map.of();
  }

  /** Whether the POM is to be asked for labels at all. */
  boolean expected() {
    return built && pom.isPresent();
  }

  /** Those of some keys for which the POM has nothing. */
  Set<String> unset(Set<String> keys) {
    Set<String> unset = new java.util.TreeSet<>(keys);
    unset.removeAll(values.keySet());
    return unset;
  }
}
