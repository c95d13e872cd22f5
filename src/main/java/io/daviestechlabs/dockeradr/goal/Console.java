package io.daviestechlabs.dockeradr.goal;

import java.util.List;

/** Where a goal says what it does; Maven's log, a terminal, or a test's list. */
public interface Console {
  /** Says what happened. */
  void info(String line);

  /** Says what went wrong without stopping the goal. */
  void warn(String line);

  /** Says what stops the goal, or what has to be mended. */
  void error(String line);

  /** Whether escape codes for colours are understood. */
  boolean colours();

  /** Whether somebody watches a terminal whose last lines may be written again and again. */
  boolean interactive();

  /**
   * Replaces the lines at the foot of the terminal that were shown by the last call; an empty list
   * takes them away, which is owed before anything else is said. Nothing is shown where nobody
   * watches.
   */
  default void live(List<String> lines) {}

  /** Columns of the terminal; a sensible number where there is none. */
  int width();
}
