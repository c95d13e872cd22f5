package io.daviestechlabs.dockeradr.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A way through a syntax tree. */
public final class Walk {
  private Walk() {}

  /**
   * A node and everything below it, outer before inner; needs no stack however deep.
   *
   * @param children what a node consists of, in the order of the file
   */
  public static <N> List<N> from(N root, Function<N, List<? extends N>> children) {
    List<N> found = new ArrayList<>();
    Deque<N> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      N next = open.pop();
      found.add(next);
      List<? extends N> below = children.apply(next);
      for (int i = below.size() - 1; i >= 0; i--) {
        open.push(below.get(i));
      }
    }
    return found;
  }
}
