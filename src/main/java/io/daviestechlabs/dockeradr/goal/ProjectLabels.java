package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.GitFacts;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  /**
   * What a project has for its images.
   *
   * @param built whether its build injects it
   * @param directory the module's, for git to say where the sources are if the POM does not
   */
  public static ProjectLabels of(
      Optional<Path> pom, boolean built, ProjectFacts facts, Path directory) {
    boolean hasSource = facts.scm().url().isPresent() || facts.scm().connection().isPresent();
    GitFacts git = hasSource ? GitFacts.NONE : new Repositories().around(directory);
    OciLabels labels = OciLabels.of(facts, git, Optional.empty(), Optional.empty());
    return new ProjectLabels(pom, built, labels.labels());
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
    Set<String> unset = new TreeSet<>(keys);
    unset.removeAll(values.keySet());
    return unset;
  }
}
