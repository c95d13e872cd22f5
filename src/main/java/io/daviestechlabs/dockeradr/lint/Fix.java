package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;

/**
 * A repair of the linted file.
 *
 * @param title what it does: imperative, lower case, no stop
 * @param safety whether behaviour can change
 * @param edits replacements that do not conflict, all applied or none
 */
public record Fix(String title, Safety safety, List<Edit> edits) {
  /** What a repair can do to the image. */
  public enum Safety {
    /** The image behaves as before. */
    SAFE,
    /** Behaviour can change; somebody has to look. */
    UNSAFE
  }

  /** Keeps the edits as they are now. */
  public Fix {
    edits = List.copyOf(edits);
  }

  /** A repair that keeps behaviour. */
  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, Safety.SAFE, List.of(edits));
  }

  /** A repair that keeps behaviour. */
  public static Fix safe(String title, List<Edit> edits) {
    return new Fix(title, Safety.SAFE, edits);
  }

  /** A repair that somebody has to look at. */
  public static Fix unsafe(String title, Edit... edits) {
    return new Fix(title, Safety.UNSAFE, List.of(edits));
  }
}
