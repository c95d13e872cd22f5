package io.daviestechlabs.dockeradr.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A way through a syntax tree. */
public final class Walk {
  private Walk() {}

  /**
   * A node of such a tree.
   *
   * @param <N> what all nodes of the tree are
   */
  public interface Tree<N> {
    /** What it consists of, in the order of the file. */
    List<? extends N> children();
  }

  /** A node and everything below it, outer before inner; needs no stack however deep. */
  public static <N extends Tree<N>> List<N> from(N root) {
    List<N> found = new ArrayList<>();
    Deque<N> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      N next = open.pop();
      found.add(next);
      List<? extends N> below = next.children();
      for (int i = below.size() - 1; i >= 0; i--) {
        open.push(below.get(i));
      }
    }
    return found;
  }
}
