package io.daviestechlabs.dockeradr.ignore;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Lists what BuildKit would send of a context, in the order of names, without following links.
 *
 * <p>Directories that no exception can bring back are not opened unless somebody wants to know what
 * is in them; what is held in memory is what is in the directories that the walk stands in, and in
 * a few that it comes to next.
 */
public final class ContextWalk {
  /** Told of each file that is sent, and if it wants to know, of each that is not. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A file, a link or a special file that is sent.
     *
     * @param path its path below the context, with slashes
     * @param size its length in bytes
     */
    void file(String path, long size);

    /**
     * The same, for those who want to know when.
     *
     * @param modified when it was last changed, in milliseconds since 1970
     */
    default void file(String path, long size, long modified) {
      file(path, size);
    }

    /**
     * A directory that is sent itself, before what is in it; one without files is sent too.
     *
     * @param path its path below the context, with slashes
     */
    default void directory(String path) {}

    /** Whether to walk through ignored directories too, and to tell what is in them. */
    default boolean wantsIgnored() {
      return false;
    }

    /**
     * A file that is not sent; told only if wanted.
     *
     * @param path its path below the context, with slashes
     * @param size its length in bytes
     * @param by the pattern that keeps it out
     */
    default void ignored(String path, long size, IgnorePattern by) {}
  }

  /**
   * A directory that could not be read.
   *
   * @param path its path below the context; empty for the context itself
   * @param reason why, in a few words
   */
  public record Unreadable(String path, String reason) {}

  /**
   * What a walk came to.
   *
   * @param files number of files that are sent
   * @param bytes their length together
   * @param opened number of directories that were read, ignored ones included
   * @param unreadable the directories that could not be read and are not ignored
   */
  public record Summary(long files, long bytes, long opened, List<Unreadable> unreadable) {}

  /** So many directories of one parent are read before their turn, on other cores. */
  private static final int AHEAD = 8;

  /**
   * A name in a directory, with what becomes of it.
   *
   * @param directory its path if it is a directory, else null; a name that is no valid text does
   *     not lead back to the path
   */
  private record Child(String name, Verdict verdict, Path directory, long size, long modified) {
    boolean isDirectory() {
      return directory != null;
    }
  }

  /** A directory that was read; only what the walk goes on to is in it. */
  private record Listing(List<Child> children, Optional<IOException> problem) {}

  /** A directory that the walk stands in. */
  private static final class Frame {
    final Descent directory;
    final Iterator<Child> children;
    final Iterator<Child> toOpen;
    final Deque<FutureTask<Listing>> ahead = new ArrayDeque<>();

    Frame(Descent directory, Listing listing) {
      this.directory = directory;
      this.children = listing.children.iterator();
      List<Child> directories = new ArrayList<>();
      for (Child child : listing.children) {
        if (child.isDirectory()) {
          directories.add(child);
        }
      }
      this.toOpen = directories.iterator();
    }
  }

  private final IgnoreFile ignore;
  private final Visitor visitor;
  private final boolean all;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private long files;
  private long bytes;
  private long opened;

  private ContextWalk(IgnoreFile ignore, Visitor visitor) {
    this.ignore = ignore;
    this.visitor = visitor;
    this.all = visitor.wantsIgnored();
  }

  /** Walks through a context and tells the visitor of every file that is sent. */
  public static Summary walk(Path context, IgnoreFile ignore, Visitor visitor) {
    ContextWalk walk = new ContextWalk(ignore, visitor);
    Descent root = ignore.descend();
    walk.open(root, walk.list(context, root));
    walk.run();
    return new Summary(walk.files, walk.bytes, walk.opened, List.copyOf(walk.unreadable));
  }

  private void run() {
    while (!frames.isEmpty()) {
      Frame frame = frames.peek();
      if (frame.children.hasNext()) {
        visit(frame, frame.children.next());
      } else {
        frames.pop();
      }
    }
  }

  private void visit(Frame frame, Child child) {
    if (child.isDirectory()) {
      if (!child.verdict.ignored()) {
        visitor.directory(frame.directory.childPath(child.name));
      }
      readAhead(frame);
      open(frame.directory.directory(child.name), listing(frame.ahead.remove()));
    } else if (!child.verdict.ignored()) {
      files++;
      bytes += child.size;
      visitor.file(frame.directory.childPath(child.name), child.size, child.modified);
    } else {
      IgnorePattern by = child.verdict.by().orElseThrow();
      visitor.ignored(frame.directory.childPath(child.name), child.size, by);
    }
  }

  private void open(Descent directory, Listing listing) {
    opened++;
    if (listing.problem.isPresent()) {
      report(directory, listing.problem.get());
    }
    frames.push(new Frame(directory, listing));
  }

  /** What takes time is the file system: others ask it while this thread goes on. */
  private void readAhead(Frame frame) {
    while (frame.ahead.size() < AHEAD && frame.toOpen.hasNext()) {
      Child next = frame.toOpen.next();
      Descent directory = frame.directory.directory(next.name);
      FutureTask<Listing> task = new FutureTask<>(() -> list(next.directory, directory));
      frame.ahead.add(task);
      if (frame.ahead.size() > 1) {
        ForkJoinPool.commonPool().execute(task);
      }
    }
  }

  /** Reads here and now what nobody else has begun to read. */
  private static Listing listing(FutureTask<Listing> task) {
    task.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Listing list(Path path, Descent directory) {
    List<Path> paths = new ArrayList<>();
    Optional<IOException> problem = Optional.empty();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      for (Path child : stream) {
        paths.add(child);
      }
    } catch (IOException e) {
      problem = Optional.of(e);
    } catch (DirectoryIteratorException e) {
      problem = Optional.of(e.getCause());
    }
    Collections.sort(paths);
    List<Child> children = new ArrayList<>();
    for (Path child : paths) {
      String name = child.getFileName().toString();
      Verdict verdict = directory.file(name);
      if (verdict.ignored() && !all && directory.directory(name).isPruned()) {
        // Whatever it is: asking the file system is what takes the time.
        continue;
      }
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory() || all || !verdict.ignored()) {
          Path opened = attributes.isDirectory() ? child : null;
          long modified = attributes.lastModifiedTime().toMillis();
          children.add(new Child(name, verdict, opened, attributes.size(), modified));
        }
      } catch (IOException e) {
        // Gone since the directory was listed.
      }
    }
    return new Listing(children, problem);
  }

  // BuildKit fails over a directory that it may not read, unless that is ignored anyway.
  private void report(Descent directory, IOException e) {
    if (!directory.verdict().ignored()) {
      unreadable.add(new Unreadable(directory.path(), reason(e)));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NotDirectoryException) {
      return "not a directory";
    }
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
