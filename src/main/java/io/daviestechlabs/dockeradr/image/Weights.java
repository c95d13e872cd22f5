package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.image.LayerContents.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Finds what weighs most in a layer: directories, not too deep, and single files. */
final class Weights {
  private static final int SHOWN = 4;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_DIRECTORIES = 20_000;
  private static final int MAX_FILES = 50;

  /** What is less of the layer is not worth a line. */
  private static final double WORTH = 0.05;

  /** Bytes below each directory, which ends with a slash; the root is the empty name. */
  private final Map<String, Long> directories = new HashMap<>();

  private final PriorityQueue<Weight> files =
      new PriorityQueue<>(Comparator.comparingLong(Weight::bytes));
  private String last = "";
  private long pending;

  /** Takes a file into account. */
  void add(String path, long size) {
    int slash = path.lastIndexOf('/');
    // Files of one directory come one after the other.
    if (slash + 1 != last.length() || !path.startsWith(last)) {
      flush();
      last = path.substring(0, slash + 1);
    }
    pending += size;
    if (size > 0 && (files.size() < MAX_FILES || files.peek().bytes() < size)) {
      files.add(new Weight(path, size));
      if (files.size() > MAX_FILES) {
        files.remove();
      }
    }
  }

  private void flush() {
    if (pending > 0) {
      directories.merge("", pending, Long::sum);
      int depth = 0;
      for (int at = last.indexOf('/');
          at >= 0 && depth < MAX_DEPTH;
          at = last.indexOf('/', at + 1)) {
        String name = last.substring(0, at + 1);
        directories.merge(name, pending, Long::sum);
        depth++;
      }
    }
    pending = 0;
    if (directories.size() > MAX_DIRECTORIES) {
      // What is left is a thousand directories of each depth at most.
      long least = directories.get("") / 1000;
      directories.values().removeIf(bytes -> bytes <= least);
    }
  }

  /** The heaviest, the heaviest first; a directory that is mostly one thing makes way for it. */
  List<Weight> heaviest() {
    flush();
    Map<String, List<Weight>> below = new HashMap<>();
    directories.forEach((name, bytes) -> below(below, name, bytes));
    files.forEach(file -> below(below, file.path(), file.bytes()));
    PriorityQueue<Weight> open =
        new PriorityQueue<>(
            Comparator.comparingLong(Weight::bytes).reversed().thenComparing(Weight::path));
    open.addAll(below.getOrDefault("", List.of()));
    long least = (long) (WORTH * directories.getOrDefault("", 0L));
    List<Weight> chosen = new ArrayList<>();
    while (chosen.size() < SHOWN && !open.isEmpty() && open.peek().bytes() >= least) {
      Weight next = open.remove();
      List<Weight> parts = below.getOrDefault(next.path(), List.of());
      if (parts.stream().anyMatch(part -> part.bytes() > next.bytes() / 2)) {
        open.addAll(parts);
      } else {
        chosen.add(new Weight(LayerFile.shown(next.path()), next.bytes()));
      }
    }
    return chosen;
  }

  private static void below(Map<String, List<Weight>> below, String name, long bytes) {
    if (!name.isEmpty()) {
      int slash = name.lastIndexOf('/', name.length() - 2);
      below
          .computeIfAbsent(name.substring(0, slash + 1), n -> new ArrayList<>())
          .add(new Weight(name, bytes));
    }
  }
}
