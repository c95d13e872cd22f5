package io.daviestechlabs.dockeradr.lint;

import java.util.Optional;
import java.util.Set;

/** What the images that stages start from set. */
@FunctionalInterface
public interface ImageEnvironments {
  /** Those of well-known images; of any other nothing is known. */
  ImageEnvironments KNOWN = KnownEnvironments::of;

  /**
   * Names of the variables that an image sets beside {@code PATH}; empty where they are not known.
   */
  Optional<Set<String>> of(String image);
}
