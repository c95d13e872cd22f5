package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.lint.Tree;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a context directory; each directory is read once, and nothing outside is. */
final class ContextFiles implements Tree {
  private static final int MOST_NAMES = 20_000;

  private final Path root;
  private final Map<String, List<String>> read = new HashMap<>();

  ContextFiles(Path root) {
    this.root = root;
  }

  @Override
  public List<String> names(String directory) {
    return read.computeIfAbsent(directory, this::list);
  }

  private List<String> list(String directory) {
    try {
      Path path = root.resolve(directory).normalize();
      if (!path.startsWith(root)) {
        return List.of();
      }
      List<String> names = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          boolean isDirectory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
          names.add(entry.getFileName() + (isDirectory ? "/" : ""));
          if (names.size() == MOST_NAMES) {
            break;
          }
        }
      }
      names.sort(null);
      return names;
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return List.of();
    }
  }
}
