package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.ignore.ContextSurvey.HeavyFile;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A directory or file of a context with its weight, and the heaviest of what is in it.
 *
 * @param path below the context; empty for the context itself
 * @param directory whether it is a directory
 * @param load what is in it, all of it
 * @param children the heaviest of what is in it, the heaviest first
 */
public record ContextTree(String path, boolean directory, Load load, List<ContextTree> children) {
  private static final Comparator<ContextTree> HEAVY_FIRST =
      Comparator.comparingLong((ContextTree t) -> -t.load.bytes())
          .thenComparingLong(t -> -t.load.files())
          .thenComparing(ContextTree::path);

  /** Its path as seen from a directory that it is in, with a slash behind that of a directory. */
  public String nameIn(ContextTree parent) {
    String name = parent.path.isEmpty() ? path : path.substring(parent.path.length() + 1);
    return directory ? name + "/" : name;
  }

  /** Itself, or what alone is in it, and so on down. */
  public ContextTree unwrapped() {
    ContextTree node = this;
    while (node.children.size() == 1 && node.others().files() == 0) {
      node = node.children.get(0);
    }
    return node;
  }

  /** What is in it and is not among the children. */
  public Load others() {
    long files = load.files();
    long bytes = load.bytes();
    for (ContextTree child : children) {
      files -= child.load.files();
      bytes -= child.load.bytes();
    }
    return new Load(files, bytes);
  }

  /**
   * Chooses the heaviest: from the top, always what is heaviest among the children of what has been
   * chosen, so that the chosen hang together.
   *
   * @param own what each directory holds without the directories in it
   */
  static ContextTree of(Map<String, Load> own, List<HeavyFile> files, int count) {
    Map<String, List<ContextTree>> inside = new HashMap<>();
    Map<String, Load> loads = withBelow(own);
    Load root = loads.getOrDefault("", Load.NONE);
    loads.forEach(
        (path, load) -> {
          if (!path.isEmpty()) {
            add(inside, new ContextTree(path, true, load, List.of()));
          }
        });
    for (HeavyFile file : files) {
      add(inside, new ContextTree(file.path(), false, new Load(1, file.bytes()), List.of()));
    }
    ContextTree top = new ContextTree("", true, root, List.of());
    return grown(top, inside, chosen(top, inside, count));
  }

  private static Map<String, Load> withBelow(Map<String, Load> own) {
    Map<String, Load> loads = new HashMap<>(own);
    own.forEach(
        (directory, load) -> {
          for (String path = directory; !path.isEmpty(); ) {
            path = ContextSurvey.parent(path);
            loads.merge(path, load, (a, b) -> a.plus(b.files(), b.bytes()));
          }
        });
    return loads;
  }

  private static void add(Map<String, List<ContextTree>> inside, ContextTree node) {
    inside.computeIfAbsent(ContextSurvey.parent(node.path), key -> new ArrayList<>()).add(node);
  }

  private static Set<String> chosen(
      ContextTree top, Map<String, List<ContextTree>> inside, int count) {
    Set<String> chosen = new HashSet<>();
    PriorityQueue<ContextTree> open = new PriorityQueue<>(HEAVY_FIRST);
    open.add(top);
    while (!open.isEmpty() && chosen.size() <= count) {
      ContextTree next = open.remove();
      chosen.add(next.path);
      open.addAll(inside.getOrDefault(next.path, List.of()));
    }
    return chosen;
  }

  private static ContextTree grown(
      ContextTree node, Map<String, List<ContextTree>> inside, Set<String> chosen) {
    List<ContextTree> children =
        inside.getOrDefault(node.path, List.of()).stream()
            .filter(child -> chosen.contains(child.path))
            .sorted(HEAVY_FIRST)
            .map(child -> grown(child, inside, chosen))
            .toList();
    return new ContextTree(node.path, node.directory, node.load, children);
  }
}
