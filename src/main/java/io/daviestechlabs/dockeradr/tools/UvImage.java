package io.daviestechlabs.dockeradr.tools;

/** The image that uv is copied from, as its guide to Docker says. */
public final class UvImage {
  /**
   * The newest release when this was written, from the list of releases of {@code astral-sh/uv}.
   */
  private static final String VERSION = "0.9.11";

  /**
   * The instruction that brings uv into a stage. No base image links {@code /usr/local/bin} to
   * somewhere else, so that a layer of its own does no harm there.
   */
  public static final String COPY =
      "COPY --link --from=ghcr.io/astral-sh/uv:" + VERSION + " /uv /usr/local/bin/uv";

  private UvImage() {}
}
