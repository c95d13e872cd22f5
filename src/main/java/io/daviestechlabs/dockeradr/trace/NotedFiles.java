package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.ignore.ContextWalk;
import io.daviestechlabs.dockeradr.ignore.CopySources;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The files that a build reads, so well noted that no change of one goes unseen.
 *
 * <p>A file that still has its stamp is not read again, unless it was written so shortly before it
 * was noted that a clock would not tell a later change from it: as git does it. What decides is
 * what COPY takes along: kind, permissions, contents. Times do not, nor do extended attributes.
 *
 * @param taken when they were looked at, in milliseconds since 1970
 * @param notes by path, relative to the context where it is below it
 * @param problem why nobody can tell from them whether something has changed; empty if one can
 */
public record NotedFiles(long taken, Map<String, Note> notes, String problem) {
  /** Nothing is read. */
  public static final NotedFiles NONE = new NotedFiles(0, Map.of(), "");

  /** The coarsest clock of a file system in use counts in two seconds. */
  private static final long RACY = 2_500;

  private static final int MAX_DEPTH = 10_000;

  private static final boolean POSIX =
      Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");

  public NotedFiles {
    notes = Collections.unmodifiableMap(new TreeMap<>(notes));
  }

  /**
   * One file, directory or link.
   *
   * @param mode kind and permissions
   * @param size in bytes; 0 for directories
   * @param stamp changes whenever the file is written to or replaced; empty for directories, of
   *     which only mode and entries count
   * @param latest the last time in the stamp, in milliseconds since 1970
   * @param sum of what is in it, where a link leads to; empty where that was not looked at
   */
  record Note(String mode, long size, String stamp, long latest, String sum) {
    boolean isStill(Note other) {
      return mode.equals(other.mode) && size == other.size && stamp.equals(other.stamp);
    }

    boolean isSame(Note other) {
      return mode.equals(other.mode) && size == other.size && sum.equals(other.sum);
    }

    Note withSum(String other) {
      return new Note(mode, size, stamp, latest, other);
    }

    boolean isDirectory() {
      return stamp.isEmpty();
    }
  }

  /**
   * Looks at all that a build reads, without reading it.
   *
   * @param context the directory that is sent
   * @param ignore what of it is not
   * @param sources of COPY, ADD and bind mounts, without those of other stages and images
   * @param others files that are read too, and directories that are read as a whole
   */
  public static NotedFiles of(
      Path context, IgnoreFile ignore, List<String> sources, List<Path> others) {
    Walk walk = new Walk(context);
    if (!sources.isEmpty()) {
      walk.links(sources);
      walk.through(context, "", ignore, CopySources.taking(sources), depth(sources));
    }
    for (Path other : others) {
      walk.add(other.toString());
      if (Files.isSymbolicLink(other)) {
        walk.add(walk.real(other).toString());
      }
      if (Files.isDirectory(other)) {
        walk.through(other, other + "/", IgnoreFile.of(List.of()), path -> true, 0);
      }
    }
    return walk.noted();
  }

  /** Looks at files, and at directories with all that is in them. */
  public static NotedFiles whole(List<Path> paths) {
    return of(Path.of("").toAbsolutePath(), IgnoreFile.of(List.of()), List.of(), paths);
  }

  /**
   * Reads what has to be read to know what is in them.
   *
   * @param context that relative paths are below
   * @param before notes of an earlier time
   */
  public NotedFiles read(Path context, NotedFiles before) {
    if (!problem.isEmpty()) {
      return this;
    }
    Map<String, Note> read = new TreeMap<>();
    String unread = problem;
    for (Map.Entry<String, Note> each : notes.entrySet()) {
      Note note = each.getValue();
      Note old = before.notes.get(each.getKey());
      if (old != null && !old.sum.isEmpty() && note.isStill(old) && !before.isRacy(old)) {
        note = note.withSum(old.sum);
      } else if (!note.isDirectory()) {
        try {
          note = note.withSum(sum(context.resolve(each.getKey())));
        } catch (IOException | InvalidPathException e) {
          unread = each.getKey() + " cannot be read";
        }
      }
      read.put(each.getKey(), note);
    }
    return new NotedFiles(taken, read, unread);
  }

  private boolean isRacy(Note note) {
    return note.latest >= taken - RACY;
  }

  /** Whether some of them would have to be read again to be sure of them. */
  public boolean isFresh() {
    return notes.values().stream().anyMatch(this::isRacy);
  }

  /** The first one that is not the same as it was then, in a few words; all must have been read. */
  public Optional<String> change(NotedFiles before) {
    for (Map.Entry<String, Note> each : notes.entrySet()) {
      Note old = before.notes.get(each.getKey());
      if (old == null) {
        return Optional.of(each.getKey() + " is new");
      }
      if (!each.getValue().isSame(old)) {
        return Optional.of(each.getKey() + " has changed");
      }
    }
    return before.notes.keySet().stream()
        .filter(path -> !notes.containsKey(path))
        .findFirst()
        .map(path -> path + " is gone");
  }

  /** The first one that was written to, replaced, made or removed since. */
  public Optional<String> touched(NotedFiles before) {
    for (Map.Entry<String, Note> each : notes.entrySet()) {
      Note old = before.notes.get(each.getKey());
      if (old == null || !each.getValue().isStill(old)) {
        return Optional.of(each.getKey());
      }
    }
    return before.notes.keySet().stream().filter(path -> !notes.containsKey(path)).findFirst();
  }

  private static String sum(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return "-> " + Files.readSymbolicLink(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How deep a pattern among the sources can meet a link that it would follow. */
  private static int depth(List<String> sources) {
    return sources.stream()
        .filter(NotedFiles::isPattern)
        .mapToInt(source -> source.contains("**") ? MAX_DEPTH : source.split("/").length)
        .max()
        .orElse(0);
  }

  private static boolean isPattern(String source) {
    return source.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  /** Gathers notes. */
  private static final class Walk {
    private final long taken = System.currentTimeMillis();
    private final Path context;
    private final Map<String, Note> notes = new TreeMap<>();
    private String problem = "";

    private Walk(Path context) {
      this.context = context;
    }

    private Path real(Path link) {
      try {
        return link.toRealPath();
      } catch (IOException e) {
        problem = link + " leads nowhere";
        return link;
      }
    }

    private NotedFiles noted() {
      return new NotedFiles(taken, notes, problem);
    }

    /** COPY follows a link that it is given, and takes along what it does not name. */
    private void links(List<String> sources) {
      for (String source : sources) {
        Path path = context;
        try {
          for (String name : isPattern(source) ? new String[0] : source.split("/")) {
            path = path.resolve(name).normalize();
            if (!path.equals(context) && Files.isSymbolicLink(path)) {
              problem = "'" + source + "' leads over a link";
            }
          }
        } catch (InvalidPathException e) {
          problem = "'" + source + "' is no path";
        }
      }
    }

    private void through(
        Path root, String prefix, IgnoreFile ignore, Predicate<String> taking, int depth) {
      ContextWalk.Visitor visitor =
          new ContextWalk.Visitor() {
            @Override
            public void file(String path, long size) {
              boolean shallow = path.chars().filter(c -> c == '/').count() < depth;
              if (shallow && Files.isSymbolicLink(root.resolve(path))) {
                problem = "a pattern may lead over the link " + path;
              }
              if (taking.test(path)) {
                add(prefix + path);
                above(prefix, path);
              }
            }

            @Override
            public void directory(String path) {
              if (taking.test(path)) {
                add(prefix + path);
                above(prefix, path);
              }
            }
          };
      List<ContextWalk.Unreadable> unreadable =
          ContextWalk.walk(root, ignore, visitor).unreadable();
      if (!unreadable.isEmpty()) {
        problem = root.resolve(unreadable.get(0).path()) + ": " + unreadable.get(0).reason();
      }
    }

    /** Directories are made in the image as they are in the context. */
    private void above(String prefix, String path) {
      for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        String directory = prefix + path.substring(0, end);
        if (notes.containsKey(directory)) {
          return;
        }
        add(directory);
      }
    }

    private void add(String path) {
      try {
        Note note = note(context.resolve(path));
        notes.put(path, note);
      } catch (IOException | InvalidPathException e) {
        problem = path + " cannot be read";
      }
    }

    private Note note(Path path) throws IOException {
      Map<String, Object> facts =
          Files.readAttributes(
              path,
              POSIX ? "unix:mode,size,lastModifiedTime,ctime,ino,isDirectory,isOther" : "*",
              LinkOption.NOFOLLOW_LINKS);
      if ((Boolean) facts.get("isOther")) {
        problem = path + " is no file";
      }
      boolean directory = (Boolean) facts.get("isDirectory");
      FileTime modified = (FileTime) facts.get("lastModifiedTime");
      FileTime changed = POSIX ? (FileTime) facts.get("ctime") : modified;
      String identity = String.valueOf(facts.get(POSIX ? "ino" : "fileKey"));
      String mode =
          POSIX
              ? Integer.toOctalString((Integer) facts.get("mode"))
              : directory ? "directory" : Files.isSymbolicLink(path) ? "link" : "file";
      return directory
          ? new Note(mode, 0, "", 0, "")
          : new Note(
              mode,
              (Long) facts.get("size"),
              modified.to(TimeUnit.NANOSECONDS)
                  + " "
                  + changed.to(TimeUnit.NANOSECONDS)
                  + " "
                  + identity,
              Math.max(modified.toMillis(), changed.toMillis()),
              "");
    }
  }
}
