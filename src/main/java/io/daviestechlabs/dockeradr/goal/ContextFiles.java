package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files of a context directory; each directory is read once, and nothing outside is. */
final class ContextFiles implements Tree {
  private static final int MOST_NAMES = 20_000;
  private static final long MOST_BYTES = 1L << 20;

  private final Path root;
  private final Function<Path, Optional<Source>> reader;
  private final Map<String, List<String>> read = new HashMap<>();
  private final Map<String, Optional<Source>> files = new HashMap<>();

  /**
   * @param root the context
   * @param reader reads a file that is inside, and names it as findings do
   */
  ContextFiles(Path root, Function<Path, Optional<Source>> reader) {
    this.root = root;
    this.reader = reader;
  }

  @Override
  public Optional<Source> read(String file) {
    return files.computeIfAbsent(file, this::load);
  }

  private Optional<Source> load(String file) {
    try {
      Path path = root.resolve(file).normalize();
      boolean isInside = path.startsWith(root) && path.toRealPath().startsWith(root.toRealPath());
      if (!isInside || !Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
        return Optional.empty();
      }
      return reader.apply(path);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public long size(String file) {
    try {
      Path path = root.resolve(file).normalize();
      return path.startsWith(root)
          ? Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size()
          : 0;
    } catch (IOException | InvalidPathException e) {
      return 0;
    }
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
