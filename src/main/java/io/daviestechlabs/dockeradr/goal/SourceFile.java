package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that somebody wanted to read.
 *
 * @param source its characters; empty where it could not be read
 * @param problem why it could not be read; empty where it could
 */
record SourceFile(Optional<Source> source, String problem) {
  /** Larger than any file that a person wrote; reading on would only cost memory. */
  private static final long MOST_BYTES = 4L << 20;

  /**
   * Reads a file.
   *
   * @param path where it is
   * @param name how findings call it
   */
  static SourceFile read(Path path, String name) {
    if (Files.isDirectory(path)) {
      return unread("is a directory");
    }
    try {
      long size = Files.size(path);
      if (size > MOST_BYTES) {
        return unread("has %,d bytes; files over 4 MiB are not read".formatted(size));
      }
      byte[] bytes = Files.readAllBytes(path);
      for (byte b : bytes) {
        if (b == 0) {
          return unread("is a binary file");
        }
      }
      return new SourceFile(Optional.of(Source.of(name, bytes)), "");
    } catch (IOException e) {
      return unread("cannot be read: " + AtomicFile.reason(e));
    }
  }

  private static SourceFile unread(String problem) {
    return new SourceFile(Optional.empty(), problem);
  }
}
