package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.Asked;
import java.util.Map;

/** The Dockerfile of an image, which is read while names and options are still being made. */
public final class ReadAhead {
  private final Asked<BuildSource> source;

  private ReadAhead(Asked<BuildSource> source) {
    this.source = source;
  }

  /**
   * Begins to read.
   *
   * @param buildArgs that overrule the defaults of ARG
   */
  public static ReadAhead of(BuiltImage image, Map<String, String> buildArgs) {
    return new ReadAhead(Asked.now(() -> BuildSource.read(image, buildArgs)));
  }

  /** What was read, and what is wrong with it. */
  BuildSource source() {
    try {
      return source.answer();
    } catch (InterruptedException e) {
      throw Build.cancelled(e);
    }
  }
}
