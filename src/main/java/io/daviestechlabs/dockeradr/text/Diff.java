package io.daviestechlabs.dockeradr.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Two versions of a file as a unified diff. */
public final class Diff {
  private static final int CONTEXT_LINES = 3;

  private Diff() {}

  /**
   * The lines of a unified diff, without line ends; none where both are equal.
   *
   * @param name the file, as both header lines call it
   */
  public static List<String> unified(String name, String before, String after) {
    return unified(name, before, after, CONTEXT_LINES);
  }

  /**
   * The same with a chosen number of unchanged lines around each change.
   *
   * @param context number of lines, from 0
   */
  public static List<String> unified(String name, String before, String after, int context) {
    if (before.equals(after)) {
      return List.of();
    }
    List<String> original = lines(before);
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + name, "b/" + name, original, DiffUtils.diff(original, lines(after)), context);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }
}
