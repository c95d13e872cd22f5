package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The ignore file that is in force for a build. */
final class ContextIgnore {
  private static final String NAME = ".dockerignore";

  private ContextIgnore() {}

  /** As BuildKit chooses it: the Dockerfile's own before that of the context. */
  static Optional<Path> file(Path context, Optional<Path> dockerfile) {
    return dockerfile
        .map(file -> file.resolveSibling(file.getFileName() + NAME))
        .filter(Files::isRegularFile)
        .or(() -> Optional.of(context.resolve(NAME)).filter(Files::isRegularFile));
  }

  /** What it says, nothing where there is none. */
  static IgnoreFile read(Path context, Path dockerfile) {
    return file(context, Optional.of(dockerfile))
        .map(file -> read(file, file.toString()))
        .orElseGet(() -> IgnoreFile.of(List.of()));
  }

  /**
   * What a file says.
   *
   * @param name of the file for people
   */
  static IgnoreFile read(Path file, String name) {
    SourceFile read = SourceFile.read(file, name);
    return read.source()
        .map(IgnoreFile::parse)
        .orElseThrow(
            () ->
                new UserError(
                    file + " " + read.problem(),
                    "Remove it, or make it a text file that can be read."));
  }
}
