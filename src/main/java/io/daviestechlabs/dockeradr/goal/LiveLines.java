package io.daviestechlabs.dockeradr.goal;

import java.util.List;

/** The escape codes that write the last lines of a terminal anew. */
public final class LiveLines {
  private static final String UP = "\u001B[%dA";
  private static final String ERASE_BELOW = "\r\u001B[J";

  private LiveLines() {}

  /**
   * What to print to replace some lines by others.
   *
   * @param before how many lines were printed by the last call
   * @param lines none of them wider than the terminal, for a wrapped line counts twice
   */
  public static String redraw(int before, List<String> lines) {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return before > 0 ? String.format(UP, before) + ERASE_BELOW + text : text;
  }
}
