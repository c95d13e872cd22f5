package io.daviestechlabs.dockeradr.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the bake files and Makefiles that belong to Dockerfiles. */
final class BuildFiles {
  /** From "docker buildx bake", --file. */
  private static final Set<String> BAKE =
      Set.of(
          "docker-bake.hcl",
          "docker-bake.override.hcl",
          "docker-bake.json",
          "docker-bake.override.json");

  /** In the order in which make looks for them: it reads the first. */
  private static final List<String> MAKE = List.of("GNUmakefile", "makefile", "Makefile");

  private BuildFiles() {}

  /** Those at the top of a module and beside its Dockerfiles, each once, in order. */
  static List<Path> find(Path base, List<Path> dockerfiles) {
    Set<Path> directories = new TreeSet<>();
    directories.add(base);
    dockerfiles.forEach(dockerfile -> directories.add(dockerfile.getParent()));
    return directories.stream().flatMap(BuildFiles::in).toList();
  }

  private static Stream<Path> in(Path directory) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(Files::isRegularFile).forEach(f -> names.add(f.getFileName().toString()));
    } catch (IOException e) {
      return Stream.empty();
    }
    Stream<String> make = MAKE.stream().filter(names::contains).limit(1);
    return Stream.concat(names.stream().filter(BAKE::contains), make).map(directory::resolve);
  }

  static boolean isBakeFile(Path path) {
    return BAKE.contains(path.getFileName().toString());
  }

  /** Whether buildx reads no other bake file beside it. */
  static boolean isOnlyBakeFile(Path path) {
    return in(path.getParent()).filter(BuildFiles::isBakeFile).count() == 1;
  }

  static boolean isMakefile(Path path) {
    return MAKE.contains(path.getFileName().toString());
  }
}
