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

/**
 * Lists what BuildKit would send of a context, in the order of names, without following links.
 *
 * <p>Directories that no exception can bring back are not opened unless somebody wants to know what
 * is in them; what is held in memory is the names of the directories that the walk stands in.
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

  private record Frame(Descent directory, Iterator<Path> children) {}

  private final IgnoreFile ignore;
  private final Visitor visitor;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private long files;
  private long bytes;
  private long opened;

  private ContextWalk(IgnoreFile ignore, Visitor visitor) {
    this.ignore = ignore;
    this.visitor = visitor;
  }

  /** Walks through a context and tells the visitor of every file that is sent. */
  public static Summary walk(Path context, IgnoreFile ignore, Visitor visitor) {
    ContextWalk walk = new ContextWalk(ignore, visitor);
    walk.open(context, ignore.descend());
    walk.run();
    return new Summary(walk.files, walk.bytes, walk.opened, List.copyOf(walk.unreadable));
  }

  private void run() {
    while (!frames.isEmpty()) {
      Frame frame = frames.peek();
      if (frame.children.hasNext()) {
        visit(frame.directory, frame.children.next());
      } else {
        frames.pop();
      }
    }
  }

  private void visit(Descent parent, Path child) {
    String name = child.getFileName().toString();
    Verdict verdict = parent.file(name);
    boolean ignored = verdict.ignored();
    if (ignored && !visitor.wantsIgnored() && parent.directory(name).isPruned()) {
      // Whatever it is: asking the file system is what takes the time.
      return;
    }
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // Gone since the directory was listed.
      return;
    }
    if (attributes.isDirectory()) {
      open(child, parent.directory(name));
    } else if (!ignored) {
      files++;
      bytes += attributes.size();
      visitor.file(parent.childPath(name), attributes.size());
    } else if (visitor.wantsIgnored()) {
      visitor.ignored(parent.childPath(name), attributes.size(), verdict.by().orElseThrow());
    }
  }

  private void open(Path path, Descent directory) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      report(directory, e);
    } catch (DirectoryIteratorException e) {
      report(directory, e.getCause());
    }
    opened++;
    Collections.sort(children);
    frames.push(new Frame(directory, children.iterator()));
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
