package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Optional;

/** The files of a build context, read only when a rule asks. */
public interface Tree {
  /** A context that cannot be looked at: nothing is known to be there or to be missing. */
  Tree UNKNOWN = directory -> List.of();

  /**
   * Names in a directory, with a slash behind those of directories, in order.
   *
   * @param directory path below the context with slashes; empty for the context itself
   * @return empty where the directory does not exist or cannot be read
   */
  List<String> names(String directory);

  /**
   * Reads a file.
   *
   * @param path below the context with slashes
   * @return empty where there is none, or none that may be read: it is too large, no text, or a
   *     link to the outside
   */
  default Optional<Source> read(String path) {
    return Optional.empty();
  }

  /** Length of a file in bytes; 0 where there is none, or none that can be read. */
  default long size(String path) {
    return 0;
  }

  /** Whether a directory is there. */
  default boolean hasDirectory(String path) {
    int slash = path.lastIndexOf('/');
    return path.isEmpty()
        || names(slash < 0 ? "" : path.substring(0, slash))
            .contains(path.substring(slash + 1) + "/");
  }

  /** Whether a file or directory is there. */
  default boolean has(String path) {
    int slash = path.lastIndexOf('/');
    List<String> names = names(slash < 0 ? "" : path.substring(0, slash));
    String name = path.substring(slash + 1);
    return names.contains(name) || names.contains(name + "/");
  }
}
