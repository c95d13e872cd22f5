package io.daviestechlabs.dockeradr.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes streams to files that are then read in any order. */
final class Spool {
  private static final int BUFFER = 1 << 20;

  /** What other programs of the machine may still need. */
  private static final long LEFT_FREE = 256L << 20;

  private Spool() {}

  /** Writes all of a stream, and gives up before the disk is full. */
  static Path write(InputStream in, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long unchecked = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        unchecked += read;
        if (unchecked > LEFT_FREE / 2) {
          unchecked = 0;
          if (Files.getFileStore(file).getUsableSpace() < LEFT_FREE) {
            throw new IOException("there is not enough space in " + file.getParent());
          }
        }
      }
    }
    return file;
  }

  /** Why something cannot be read, on one line. */
  static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "it is damaged" : message.replace('\n', ' ');
  }
}
