package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.python.Dependency;
import io.daviestechlabs.dockeradr.python.DependencyFile;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The dependencies of files of a context, with those of the files that they name. */
public final class ListedDependencies {
  private static final int MOST_FILES = 50;
  private static final List<String> LOCKS = List.of("uv.lock", "poetry.lock");

  private final Tree tree;
  private final Set<String> seen = new HashSet<>();
  private final Map<Source, List<Dependency>> listed = new LinkedHashMap<>();
  private final Map<String, Dependency> constraints = new HashMap<>();

  /** Reads nothing yet. */
  public ListedDependencies(Tree tree) {
    this.tree = tree;
  }

  /** Adds a file of the context, if it is there, and what it lists for extras and groups. */
  public void addFile(String path, Set<String> extras, Set<String> groups) {
    add(path, extras, groups);
  }

  /** Adds the project of a directory of the context, unless a lock file rules its versions. */
  public void addProject(String directory, Set<String> extras, Set<String> groups) {
    if (LOCKS.stream().noneMatch(lock -> tree.has(ImagePath.join(directory, lock)))) {
      add(ImagePath.join(directory, "pyproject.toml"), extras, groups);
      add(ImagePath.join(directory, "setup.cfg"), extras, groups);
    }
  }

  /** What is not bounded on both sides, not even by a constraint, with the file that lists it. */
  public List<Map.Entry<Source, Dependency>> unbounded() {
    return listed.entrySet().stream()
        .flatMap(file -> file.getValue().stream().map(d -> Map.entry(file.getKey(), d)))
        .filter(found -> constrained(found.getValue()).gap().isPresent())
        .map(found -> Map.entry(found.getKey(), constrained(found.getValue())))
        .toList();
  }

  private Dependency constrained(Dependency dependency) {
    return Optional.ofNullable(constraints.get(dependency.key()))
        .map(dependency::within)
        .orElse(dependency);
  }

  private void add(String path, Set<String> extras, Set<String> groups) {
    Optional<DependencyFile> read = read(path);
    if (read.isPresent()) {
      DependencyFile file = read.get();
      List<Dependency> all = new ArrayList<>(file.dependencies());
      pick(file.extras(), extras).forEach(all::add);
      pick(file.groups(), groups).forEach(all::add);
      listed.put(file.source(), all);
      file.included().forEach(name -> add(relative(path, name), Set.of(), Set.of()));
      file.constraints().forEach(name -> constrain(relative(path, name)));
    }
  }

  private static Stream<Dependency> pick(Map<String, List<Dependency>> lists, Set<String> names) {
    return names.stream().flatMap(name -> lists.getOrDefault(name, List.of()).stream());
  }

  private void constrain(String path) {
    read(path)
        .ifPresent(
            file -> {
              file.dependencies().forEach(d -> constraints.merge(d.key(), d, Dependency::within));
              file.included().forEach(name -> constrain(relative(path, name)));
              file.constraints().forEach(name -> constrain(relative(path, name)));
            });
  }

  /** A path that leads out of the context is read as little as one that is not there. */
  private Optional<DependencyFile> read(String path) {
    boolean isNew = seen.size() < MOST_FILES && !path.startsWith("..") && seen.add(path);
    return isNew ? tree.read(path).map(DependencyFile::parse) : Optional.empty();
  }

  private static String relative(String file, String name) {
    return ImagePath.clean(file.substring(0, file.lastIndexOf('/') + 1) + name);
  }
}
