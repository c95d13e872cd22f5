package io.daviestechlabs.dockeradr.goal;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** Patterns as Maven users write them: {@code **}{@code /x} also means x itself. */
final class FileMatch {
  private final List<PathMatcher> matchers = new ArrayList<>();

  FileMatch(List<String> patterns) {
    for (String pattern : patterns) {
      String glob = pattern.endsWith("/") ? pattern + "**" : pattern;
      add(glob);
      if (glob.startsWith("**/")) {
        add(glob.substring(3));
      }
    }
  }

  /** Whether any pattern matches a path relative to the base directory. */
  boolean matches(Path relative) {
    return matchers.stream().anyMatch(m -> m.matches(relative));
  }

  private void add(String glob) {
    matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
  }
}
