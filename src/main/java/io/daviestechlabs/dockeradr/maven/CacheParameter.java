package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.Cache;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** {@code <cache>}: where layers are kept between builds. */
public final class CacheParameter {
  /**
   * {@code auto} reads and writes where the image's name has a registry; {@code required} fails
   * where the engine cannot; {@code read} never writes; {@code off} does neither.
   */
  @Parameter private String mode;

  /** The reference that is written and read; worked out from the image's name if not given. */
  @Parameter private String ref;

  /** Further references to read. */
  @Parameter private List<String> from;

  /** The branch that is built; not given for the main one. */
  @Parameter private String branch;

  /** The cache with what the command line says instead of the POM, where it says something. */
  Cache toCache(String modeOfUser, String refOfUser) {
    String chosen = modeOfUser != null ? modeOfUser : mode;
    return new Cache(
        chosen == null ? Cache.Mode.AUTO : Cache.Mode.of(chosen),
        Optional.ofNullable(refOfUser != null ? refOfUser : ref),
        from == null ? List.of() : from,
        Optional.ofNullable(branch));
  }
}
