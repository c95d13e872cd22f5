package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;

/**
 * A repair of the file that its finding points into, or of the context's ignore file.
 *
 * @param title what it does: imperative, lower case, no stop
 * @param safety whether behaviour can change
 * @param edits replacements that do not conflict, all applied or none
 * @param generatesIgnoreFile whether it is to generate the ignore file instead, which only the goal
 *     can do: it knows all Dockerfiles of the context
 */
public record Fix(String title, Safety safety, List<Edit> edits, boolean generatesIgnoreFile) {
  /** What a repair can do to the image. */
  public enum Safety {
    /** The image behaves as before. */
    SAFE,
    /** Behaviour can change; somebody has to look. */
    UNSAFE
  }

  /** Keeps the edits as they are now; there are some unless the ignore file is generated. */
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty() != generatesIgnoreFile) {
      throw new IllegalArgumentException("a fix without edits: " + title);
    }
  }

  /** A repair that keeps behaviour. */
  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, Safety.SAFE, List.of(edits), false);
  }

  /** A repair that keeps behaviour. */
  public static Fix safe(String title, List<Edit> edits) {
    return new Fix(title, Safety.SAFE, edits, false);
  }

  /** A repair that somebody has to look at. */
  public static Fix unsafe(String title, Edit... edits) {
    return new Fix(title, Safety.UNSAFE, List.of(edits), false);
  }

  /**
   * A repair that generates or renews the ignore file in force: a safe one unless it keeps secrets
   * out that are copied with a directory, since who builds or runs the image may read them there.
   */
  public static Fix ignoreFile(String title, Facts facts) {
    Safety safety = facts.sentSecrets().isEmpty() ? Safety.SAFE : Safety.UNSAFE;
    return new Fix(title, safety, List.of(), true);
  }
}
