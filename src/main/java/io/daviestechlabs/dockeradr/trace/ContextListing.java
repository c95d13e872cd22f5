package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.ignore.ContextWalk;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * The files of a context that a build copies, in so far as two of these can be compared.
 *
 * <p>Of very many files, only what they come to in each directory is kept; the name of a directory
 * ends with a slash.
 *
 * @param files by path
 */
record ContextListing(Map<String, Entry> files) {
  /** Nothing is copied. */
  static final ContextListing NONE = new ContextListing(Map.of());

  /** So many files are kept one by one. */
  static final int MOST_FILES = 20_000;

  /** Larger files are compared by length and time alone. */
  private static final long MOST_BYTES = 1L << 20;

  /** So much is read for the sake of one listing. */
  private static final long MOST_READ = 32L << 20;

  ContextListing {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * A file, or all that lies in a directory.
   *
   * @param size in bytes
   * @param modified when it was last changed, in milliseconds since 1970
   * @param sum of what is in it, empty where it was not read
   */
  record Entry(long size, long modified, String sum) {
    /** Whether the other one has something else in it, as far as can be told. */
    boolean differs(Entry other) {
      if (size != other.size) {
        return true;
      }
      boolean read = !sum.isEmpty() && !other.sum.isEmpty();
      return read ? !sum.equals(other.sum) : modified != other.modified;
    }
  }

  /**
   * Walks through a context.
   *
   * @param taken whether a path is copied
   * @param before the listing of an earlier build; its sums are kept where length and time are the
   *     same
   */
  static ContextListing of(
      Path context, IgnoreFile ignore, Predicate<String> taken, ContextListing before) {
    Map<String, Entry> files = new TreeMap<>();
    boolean[] crowded = {false};
    ContextWalk.walk(
        context,
        ignore,
        new ContextWalk.Visitor() {
          @Override
          public void file(String path, long size) {}

          @Override
          public void file(String path, long size, long modified) {
            if (!taken.test(path)) {
              return;
            }
            if (!crowded[0] && files.size() == MOST_FILES) {
              crowded[0] = true;
              Map<String, Entry> all = Map.copyOf(files);
              files.clear();
              all.forEach((name, entry) -> add(files, name, entry));
            }
            Entry entry = new Entry(size, modified, "");
            if (crowded[0]) {
              add(files, path, entry);
            } else {
              files.put(path, entry);
            }
          }
        });
    if (!crowded[0]) {
      long[] left = {MOST_READ};
      for (Map.Entry<String, Entry> each : files.entrySet()) {
        each.setValue(summed(context, each.getKey(), each.getValue(), before, left));
      }
    }
    return new ContextListing(files);
  }

  private static void add(Map<String, Entry> directories, String path, Entry entry) {
    String name = path.substring(0, path.lastIndexOf('/') + 1);
    String directory = name.isEmpty() ? "./" : name;
    if (directories.size() < MOST_FILES || directories.containsKey(directory)) {
      directories.merge(
          directory,
          entry,
          (a, b) -> new Entry(a.size + b.size, Math.max(a.modified, b.modified), ""));
    }
  }

  private static Entry summed(
      Path context, String path, Entry entry, ContextListing before, long[] left) {
    Entry known = before.files.get(path);
    if (known != null && known.size == entry.size && known.modified == entry.modified) {
      return known;
    }
    if (entry.size > MOST_BYTES || entry.size > left[0]) {
      return entry;
    }
    left[0] -= entry.size;
    try {
      Path file = context.resolve(path);
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? new Entry(entry.size, entry.modified, sum(file))
          : entry;
    } catch (IOException | InvalidPathException e) {
      return entry;
    }
  }

  /** Nobody forges these files to look unchanged; a checksum costs a tenth of a digest. */
  private static String sum(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum.update(buffer, 0, read);
      }
    }
    return Long.toHexString(sum.getValue());
  }

  /**
   * What became of the files that one instruction copies.
   *
   * @param taken whether a path is copied by it
   * @return in a few words, empty where all is as it was
   */
  Optional<String> change(ContextListing before, Predicate<String> taken) {
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, Entry> each : files.entrySet()) {
      String path = each.getKey();
      Entry old = before.files.get(path);
      if (taken.test(path) && (old == null || each.getValue().differs(old))) {
        changes.add(path + (old == null ? " is new" : " changed"));
      }
    }
    for (String path : before.files.keySet()) {
      if (taken.test(path) && !files.containsKey(path)) {
        changes.add(path + " is gone");
      }
    }
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    String first = changes.get(0);
    int others = changes.size() - 1;
    return Optional.of(
        others == 0 ? first : first + ", and " + others + (others == 1 ? " file more" : " more"));
  }
}
