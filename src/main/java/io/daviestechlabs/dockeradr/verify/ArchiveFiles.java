package io.daviestechlabs.dockeradr.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of an archive or directory, open in any order and several at a time. */
interface ArchiveFiles extends AutoCloseable {
  /** The bytes of a file; empty where there is none of that name. */
  Optional<InputStream> open(String path) throws IOException;

  /** A whole file, which must be a small one. */
  default Optional<byte[]> read(String path, int limit) throws IOException {
    Optional<InputStream> found = open(path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new IOException("'" + path + "' is of absurd size");
      }
      return Optional.of(bytes);
    }
  }

  @Override
  void close();
}
