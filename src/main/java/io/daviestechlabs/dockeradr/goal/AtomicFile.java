package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
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

  /**
   * Puts new bytes in the place of those that were read, with owner and permissions of the file.
   *
   * @param expected what was read; empty where there was no file
   * @return why the file was left as it is; empty if it was replaced
   */
  static Optional<String> replace(Path file, Optional<byte[]> expected, byte[] bytes) {
    try {
      if (expected.isEmpty()) {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        return Optional.empty();
      }
      Path real = file.toRealPath();
      if (isReadOnly(real)) {
        return Optional.of("it is read-only");
      }
      Path neighbour = Files.createTempFile(real.getParent(), ".docker-adr", ".tmp");
      try {
        Files.write(neighbour, bytes);
        copyOwner(real, neighbour);
        copyPermissions(real, neighbour);
        if (!Arrays.equals(Files.readAllBytes(real), expected.get())) {
          return Optional.of("it has been changed meanwhile");
        }
        Files.move(neighbour, real, StandardCopyOption.ATOMIC_MOVE);
        return Optional.empty();
      } finally {
        Files.deleteIfExists(neighbour);
      }
    } catch (FileAlreadyExistsException e) {
      return Optional.of("it has been changed meanwhile");
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  /** What an exception of the file system says, without the path that the sentence has already. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage();
  }

  /** Whether nobody may write it; the superuser could, but was not meant to. */
  private static boolean isReadOnly(Path file) throws IOException {
    return !Files.isWritable(file)
        || (isPosix()
            && !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE));
  }

  private static void copyOwner(Path from, Path to) throws IOException {
    if (isPosix()) {
      PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
      PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
      PosixFileAttributes made = view.readAttributes();
      if (!made.owner().equals(wanted.owner())) {
        view.setOwner(wanted.owner());
      }
      if (!made.group().equals(wanted.group())) {
        view.setGroup(wanted.group());
      }
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (!isPosix()) {
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
