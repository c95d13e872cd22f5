package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The ignore file that is in force for a build. */
final class ContextIgnore {
  private ContextIgnore() {}

  /** What it says, nothing where there is none. */
  static IgnoreFile read(Path context, Path dockerfile) {
    Optional<Path> file = IgnoreFile.inForce(context, Optional.of(dockerfile));
    return file.isPresent() ? read(file.get(), file.get().toString()) : IgnoreFile.of(List.of());
  }

  /**
   * What a file says.
   *
   * @param name of the file for people
   */
  static IgnoreFile read(Path file, String name) {
    SourceFile read = SourceFile.read(file, name);
    if (read.source().isEmpty()) {
      throw new UserError(
          file + " " + read.problem(), "Remove it, or make it a text file that can be read.");
    }
    return IgnoreFile.parse(read.source().get());
  }
}
