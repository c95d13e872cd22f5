package io.daviestechlabs.dockeradr.buildx;

import java.util.Optional;

/**
 * Who reads the Dockerfile.
 *
 * @param kind the image that the Dockerfile declares, the engine's own, or a mirror's
 * @param mirror the image to use, with {@link Kind#MIRROR} only
 */
public record Frontend(Kind kind, Optional<ImageName> mirror) {
  /** Where the frontend comes from. */
  public enum Kind {
    /** The image that the {@code # syntax=} line names. */
    DECLARED,
    /** The one inside the engine, for machines that cannot pull the declared one. */
    BUILTIN,
    /** The same frontend under another name, for machines behind a mirror. */
    MIRROR
  }

  /** The {@code # syntax=} line decides. */
  public static final Frontend DECLARED = new Frontend(Kind.DECLARED, Optional.empty());

  /** The {@code # syntax=} line is not followed. */
  public static final Frontend BUILTIN = new Frontend(Kind.BUILTIN, Optional.empty());

  /**
   * @param text {@code declared}, {@code builtin}, or the name of an image
   */
  public static Frontend of(String text) {
    switch (text.strip()) {
      case "", "declared":
        return DECLARED;
      case "builtin":
        return BUILTIN;
      default:
        return new Frontend(Kind.MIRROR, Optional.of(ImageName.of("<frontend>", text)));
    }
  }
}
