package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What git ignores, as patterns for a build context.
 *
 * <p>A clean checkout has none of it, so no image that a pipeline builds can need it, unless a step
 * before has made it: names that builds give to what they make are left out. So is whatever cannot
 * be said in the other language for certain: escapes, classes of characters, and patterns that a
 * later line takes back.
 */
final class GitIgnore {
  /** Names of what a build step makes, and an image may want. */
  private static final Set<String> MADE =
      Set.of(
          "bin",
          "build",
          "dist",
          "gen",
          "generated",
          "lib",
          "node_modules",
          "obj",
          "out",
          "output",
          "public",
          "_site",
          "site",
          "static",
          "staticfiles",
          "target",
          "vendor",
          ".next",
          ".nuxt",
          ".output");

  private static final List<String> MADE_ENDINGS =
      List.of(
          ".jar",
          ".war",
          ".ear",
          ".whl",
          ".so",
          ".a",
          ".dll",
          ".exe",
          ".class",
          ".zip",
          ".tgz",
          ".gz",
          ".tar",
          ".zst",
          ".deb",
          ".rpm",
          ".apk",
          ".js",
          ".css",
          ".map",
          ".html",
          ".ts",
          ".pb.go",
          "_pb2.py",
          ".json",
          ".version");

  private GitIgnore() {}

  /**
   * The patterns of one file.
   *
   * @param directory where it lies below the context; empty for the context itself
   * @param file the {@code .gitignore}
   */
  static List<String> patterns(String directory, Source file) {
    List<String> ignored = new ArrayList<>();
    List<String> takenBack = new ArrayList<>();
    for (String line : file.text().lines().map(String::stripTrailing).toList()) {
      if (line.startsWith("!")) {
        takenBack.add(name(line.substring(1)));
      } else if (!line.isEmpty() && line.charAt(0) != '#' && line.indexOf('\\') < 0) {
        ignored.add(line);
      }
    }
    String home = directory.isEmpty() ? "" : GoPath.quote(directory) + "/";
    return ignored.stream()
        .filter(line -> line.indexOf('[') < 0 && line.length() <= IgnoreFile.LONGEST_PATH)
        .filter(line -> !isMade(name(line)))
        .filter(line -> takenBack.stream().noneMatch(b -> WildcardPair.overlap(name(line), b)))
        .map(line -> home + pattern(line))
        .filter(pattern -> GoPath.isWritable(pattern) && Glob.of(pattern).isPresent())
        .distinct()
        .toList();
  }

  private static boolean isMade(String name) {
    return name.isEmpty()
        || MADE.stream().anyMatch(made -> WildcardPair.overlap(name, made))
        || name.startsWith("build-")
        || name.startsWith("dist-")
        || MADE_ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** A slash anywhere but at the end binds a pattern to the directory of its file. */
  private static String pattern(String line) {
    String path = GoPath.clean(line.startsWith("/") ? line.substring(1) : line);
    boolean bound = line.startsWith("/") || path.indexOf('/') >= 0;
    return bound ? path : "**/" + path;
  }

  private static String name(String line) {
    String path = line.replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
