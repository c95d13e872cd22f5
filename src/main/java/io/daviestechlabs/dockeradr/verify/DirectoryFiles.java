package io.daviestechlabs.dockeradr.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a directory.
 *
 * @param directory links do not lead out of it
 */
record DirectoryFiles(Path directory) implements ArchiveFiles {
  @Override
  public Optional<InputStream> open(String path) throws IOException {
    Path file;
    try {
      file = directory.resolve(path).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    boolean isThere = file.startsWith(directory) && Files.isRegularFile(file);
    return isThere && file.toRealPath().startsWith(directory.toRealPath())
        ? Optional.of(Files.newInputStream(file))
        : Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
