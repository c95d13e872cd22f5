package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes a file whole or not at all: into a neighbour first, which then takes its place. */
final class AtomicFile {
  private AtomicFile() {}

  /** Writes text as UTF-8. */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes; directories are made as needed, permissions of a file that is there are kept, and
   * a symbolic link stays one.
   */
  static void write(Path file, byte[] bytes) {
    try {
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Files.createDirectories(real.getParent());
      Path neighbour = Files.createTempFile(real.getParent(), ".docker-adr", ".tmp");
      try {
        Files.write(neighbour, bytes);
        copyPermissions(real, neighbour);
        Files.move(neighbour, real, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(neighbour);
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot write " + file + ": " + reason(e),
          "Check that the directory is writable and the disk is not full.",
          e);
    }
  }

  /** What an exception of the file system says, without the path that the sentence has already. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such file";
    }
    return e.getMessage();
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions =
        Files.exists(from, LinkOption.NOFOLLOW_LINKS)
            ? Files.getPosixFilePermissions(from)
            : Set.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
    Files.setPosixFilePermissions(to, permissions);
  }
}
