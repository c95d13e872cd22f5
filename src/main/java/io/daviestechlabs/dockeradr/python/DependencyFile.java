package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Map;

/**
 * A file that lists dependencies.
 *
 * @param source the file
 * @param dependencies those that are always installed
 * @param extras those of extras, by name
 * @param groups those of dependency groups, by name
 * @param included paths of files that are part of it, relative to it
 * @param constraints paths of files that bound versions, relative to it
 */
public record DependencyFile(
    Source source,
    List<Dependency> dependencies,
    Map<String, List<Dependency>> extras,
    Map<String, List<Dependency>> groups,
    List<String> included,
    List<String> constraints) {
  /** Keeps copies. */
  public DependencyFile {
    dependencies = List.copyOf(dependencies);
    extras = Map.copyOf(extras);
    groups = Map.copyOf(groups);
    included = List.copyOf(included);
    constraints = List.copyOf(constraints);
  }

  /** A list without extras and groups. */
  static DependencyFile plain(
      Source source,
      List<Dependency> dependencies,
      List<String> included,
      List<String> constraints) {
    return new DependencyFile(source, dependencies, Map.of(), Map.of(), included, constraints);
  }

  /** Reads a file as its name says; never throws. */
  public static DependencyFile parse(Source source) {
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    return switch (name) {
      case "pyproject.toml" -> ProjectFile.parse(source);
      case "setup.cfg" -> SetupFile.parse(source);
      default -> RequirementsFile.parse(source);
    };
  }
}
