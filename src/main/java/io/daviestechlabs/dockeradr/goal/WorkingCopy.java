package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files as they are on disk, or as they would be after changes that are not written yet. */
final class WorkingCopy {
  private final Map<Path, Source> changed = new ConcurrentHashMap<>();

  /** Reads a file, by whatever link it is named. */
  SourceFile read(Path path, String name) {
    Source source = changed.get(real(path));
    return source == null
        ? SourceFile.read(path, name)
        : new SourceFile(Optional.of(source.named(name)), "");
  }

  boolean has(Path path) {
    return changed.containsKey(real(path)) || Files.isRegularFile(path);
  }

  void put(Path path, Source source) {
    changed.put(real(path), source);
  }

  /** Forgets a change. */
  void restore(Path path) {
    changed.remove(real(path));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
