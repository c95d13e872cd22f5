package io.daviestechlabs.dockeradr.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Files that have several names: their bytes are there until the last one is gone. */
final class HardLinks {
  /** Images have some thousands; of more, later ones are taken for files without content. */
  private static final int MAX = 200_000;

  private final FileTree tree;
  private final Map<Integer, Deque<Name>> names = new HashMap<>();
  private int count;

  HardLinks(FileTree tree) {
    this.tree = tree;
  }

  /**
   * Another name.
   *
   * @param node its place
   * @param layer that it comes from
   */
  private record Name(int node, int layer) {}

  /**
   * Notes that a place has the same file as another one.
   *
   * @param target the other one
   * @param node the place, where the link has been put
   */
  void add(int target, int node) {
    if (target >= 0 && target != node && count < MAX) {
      count++;
      Deque<Name> all = names.computeIfAbsent(target, t -> new ArrayDeque<>());
      all.add(new Name(node, tree.layer(node)));
      names.put(node, all);
    }
  }

  /** Notes that a place has got something else. */
  void forget(int node) {
    names.remove(node);
  }

  /** The place that has the content of a file when its own is gone, which is told once. */
  OptionalInt heir(int node) {
    Deque<Name> all = names.remove(node);
    while (all != null && !all.isEmpty()) {
      Name next = all.remove();
      boolean same = names.get(next.node()) == all && tree.isThere(next.node());
      if (same && next.node() != node && tree.layer(next.node()) == next.layer()) {
        return OptionalInt.of(next.node());
      }
    }
    return OptionalInt.empty();
  }
}
