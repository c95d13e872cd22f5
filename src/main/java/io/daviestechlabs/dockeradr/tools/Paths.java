package io.daviestechlabs.dockeradr.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths inside an image, as text. */
public final class Paths {
  private Paths() {}

  /** Without {@code .}, {@code ..}, doubled and trailing slashes. */
  public static String clean(String path) {
    if (isClean(path)) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    for (String name : path.split("/")) {
      if (name.equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        kept.add(name);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", kept);
  }

  /** Whether none of those can be in a path; dots that begin a name are taken for some. */
  public static boolean isClean(String path) {
    return !path.startsWith(".")
        && !path.endsWith("/")
        && !path.contains("/.")
        && !path.contains("//");
  }

  /** Whether a path ends as only one of a directory does: with a slash, or with dots for a name. */
  public static boolean namesDirectory(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() || name.equals(".") || name.equals("..");
  }

  /** Whether a path is a directory or something in it. */
  public static boolean isBelow(String path, String directory) {
    return directory.equals("/") || path.equals(directory) || path.startsWith(directory + "/");
  }

  /** The usual home that a path lies in, below it or at it with a slash behind. */
  static Optional<String> homeOf(String path) {
    if (path.startsWith("/root/")) {
      return Optional.of("/root");
    }
    int end = path.startsWith("/home/") ? path.indexOf('/', 6) : -1;
    return end < 0 ? Optional.empty() : Optional.of(path.substring(0, end));
  }
}
