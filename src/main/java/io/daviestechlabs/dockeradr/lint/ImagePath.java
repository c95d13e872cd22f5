package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.tools.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths inside an image, as text: absolute, or relative to the working directory of the base image,
 * which nobody knows but which is one and the same for a whole stage.
 */
public final class ImagePath {
  private static final int LONGEST = 4096;

  private ImagePath() {}

  /**
   * Where a path leads.
   *
   * @param place the directory that is current; empty if it is not known
   * @param written absolute or relative to that
   */
  static Optional<String> resolve(Optional<String> place, String written) {
    Optional<String> joined =
        written.startsWith("/")
            ? Optional.of(written)
            : place.map(p -> p.isEmpty() ? written : p + "/" + written);
    return joined.filter(j -> j.length() < LONGEST).map(ImagePath::clean).filter(j -> !leaves(j));
  }

  private static boolean leaves(String path) {
    return path.equals("..") || path.startsWith("../");
  }

  /** Without empty names, dots and what two dots take back; the root is a slash. */
  static String clean(String path) {
    if (Paths.isClean(path)) {
      return path;
    }
    boolean isAbsolute = path.startsWith("/");
    List<String> names = new ArrayList<>();
    for (String name : path.split("/")) {
      boolean canGoUp = !names.isEmpty() && !names.get(names.size() - 1).equals("..");
      if (name.equals("..") && canGoUp) {
        names.remove(names.size() - 1);
      } else if (name.equals("..") && !isAbsolute) {
        names.add(name);
      } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        names.add(name);
      }
    }
    return (isAbsolute ? "/" : "") + String.join("/", names);
  }

  /** What is left of a path below a directory; empty text for the directory itself. */
  public static Optional<String> below(String path, String directory) {
    boolean isRoot = directory.equals("/") && path.startsWith("/");
    boolean isBase = directory.isEmpty() && !path.startsWith("/");
    if (isRoot || isBase) {
      return Optional.of(path.substring(directory.length()));
    }
    if (path.equals(directory)) {
      return Optional.of("");
    }
    return path.startsWith(directory + "/") && !directory.isEmpty()
        ? Optional.of(path.substring(directory.length() + 1))
        : Optional.empty();
  }

  /** A path with a name behind it. */
  static String join(String directory, String name) {
    return clean(directory.isEmpty() ? name : directory + "/" + name);
  }
}
