package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.ignore.CopySources;
import io.daviestechlabs.dockeradr.ignore.Descent;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files of a context that a build is sent: those that COPY, ADD and bind mounts ask for and the
 * ignore file lets through.
 *
 * @param paths below the context, with slashes
 * @param isAll whether the look came to an end; if not, there are more
 */
public record SentFiles(List<String> paths, boolean isAll) {
  /** So many names are looked at: a context with more is reported for its size anyway. */
  private static final int MOST = 50_000;

  /** Keeps a copy. */
  public SentFiles {
    paths = List.copyOf(paths);
  }

  private record Place(String path, Descent directory) {}

  /**
   * Looks through a tree.
   *
   * @param sources what the build asks for
   */
  static SentFiles of(Tree tree, IgnoreFile ignore, List<String> sources) {
    if (sources.isEmpty()) {
      return new SentFiles(List.of(), true);
    }
    Predicate<String> asked = CopySources.taking(sources);
    List<String> paths = new ArrayList<>();
    Deque<Place> open = new ArrayDeque<>();
    open.add(new Place("", ignore.descend()));
    int looked = 0;
    while (!open.isEmpty()) {
      Place place = open.poll();
      for (String name : tree.names(place.path)) {
        if (++looked > MOST) {
          return new SentFiles(paths, false);
        }
        boolean isDirectory = name.endsWith("/");
        String bare = isDirectory ? name.substring(0, name.length() - 1) : name;
        String path = place.path.isEmpty() ? bare : place.path + "/" + bare;
        if (!isDirectory) {
          if (asked.test(path) && !place.directory.file(bare).ignored()) {
            paths.add(path);
          }
        } else {
          Descent below = place.directory.directory(bare);
          if (!below.isPruned()) {
            open.add(new Place(path, below));
          }
        }
      }
    }
    return new SentFiles(paths, true);
  }
}
