package io.daviestechlabs.dockeradr.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells {@code ((1 + 2))} from {@code ((a); (b))}: which parenthesis closes which.
 *
 * <p>Looks ahead once over each region; a region that never closes is not looked at again, so the
 * whole stays linear.
 */
final class Parentheses {
  private final Input in;
  private int[] closings;
  private boolean broken;

  Parentheses(Input in) {
    this.in = in;
  }

  /** Whether the two opening parentheses at an index are closed by two that stand together. */
  boolean isArithmetic(int open) {
    int inner = closing(open + 1);
    return inner >= 0 && in.at(inner + 1) == ')';
  }

  private int closing(int open) {
    if (closings == null) {
      closings = new int[in.length()];
    }
    if (closings[open] == 0 && !broken) {
      scan(open);
    }
    return closings[open] - 1;
  }

  private void scan(int open) {
    Deque<Integer> pending = new ArrayDeque<>();
    int i = open;
    while (i < in.length()) {
      char c = in.at(i);
      if (c == '\\') {
        i++;
      } else if (c == '\'' || c == '"') {
        i = in.closingQuote(i);
      } else if (c == '(') {
        pending.push(i);
      } else if (c == ')') {
        closings[pending.pop()] = i + 1;
        if (pending.isEmpty()) {
          return;
        }
      }
      i++;
    }
    broken = true;
  }
}
