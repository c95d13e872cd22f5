package io.daviestechlabs.dockeradr.buildx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;

/**
 * A directory that only this user can read, and that is gone after use, even when the machine is
 * told to stop in between.
 *
 * <p>Who is killed outright leaves it behind, with the logins in it. So the lock of a file in it is
 * held as long as it is in use, and what nobody holds is removed by the next one. A lock ends with
 * its process whatever happens, and is seen from other containers too, where a process id would not
 * be.
 */
public final class Scratch implements AutoCloseable {
  private static final String PREFIX = "docker-adr-";
  private static final String OWN = PREFIX + ProcessHandle.current().pid() + "-";
  private static final String LOCK = ".lock";

  /** Longer than it takes to make a directory and to lock it. */
  private static final Duration NEW = Duration.ofMinutes(1);

  private final Path directory;
  private final FileChannel lock;
  private final Thread hook;

  private Scratch(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
    this.hook = new Thread(() -> remove(directory), "docker-adr-scratch");
  }

  /** A new, empty directory. */
  public static Scratch create() {
    return create(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static Scratch create(Path parent) {
    try {
      // Where POSIX permissions exist, a temporary directory is made for its owner only.
      Path made = Files.createTempDirectory(parent, OWN);
      FileChannel lock =
          FileChannel.open(
              made.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      Scratch scratch = new Scratch(made, lock);
      Runtime.getRuntime().addShutdownHook(scratch.hook);
      sweep(parent, made);
      return scratch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what killed processes of the same user have left. */
  private static void sweep(Path parent, Path made) throws IOException {
    String[] names = parent.toFile().list();
    for (String name : names == null ? new String[0] : names) {
      // A process that closes a file loses its lock, whoever opened it: its own are not touched.
      if (name.startsWith(PREFIX) && !name.startsWith(OWN)) {
        Path each = parent.resolve(name);
        if (isLeft(each, Files.getOwner(made))) {
          remove(each);
        }
      }
    }
  }

  private static boolean isLeft(Path directory, UserPrincipal owner) {
    Path file = directory.resolve(LOCK);
    try {
      if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(owner)
          || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(NEW))) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
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
      lock.close();
    } catch (IOException e) {
      // It ends with the process.
    }
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
