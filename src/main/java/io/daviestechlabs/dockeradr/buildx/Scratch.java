package io.daviestechlabs.dockeradr.buildx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory that only this user can read, and that is gone after use, even when the machine is
 * told to stop in between.
 */
public final class Scratch implements AutoCloseable {
  private final Path directory;
  private final Thread hook;

  private Scratch(Path directory) {
    this.directory = directory;
    this.hook = new Thread(() -> remove(directory), "docker-adr-scratch");
  }

  /** A new, empty directory. */
  public static Scratch create() {
    try {
      // Where POSIX permissions exist, a temporary directory is made for its owner only.
      Scratch scratch = new Scratch(Files.createTempDirectory("docker-adr-"));
      Runtime.getRuntime().addShutdownHook(scratch.hook);
      return scratch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    remove(directory);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is shutting down, and the hook is running.
    }
  }

  private static void remove(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failed)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // What cannot be removed is left to the machine's own cleaning of temporary files.
    }
  }
}
