package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.nio.file.Path;
import java.util.Set;

/**
 * One image of a build.
 *
 * @param id what the build calls it; empty for one that is alone
 * @param request what is to be built; labels in it win over those of the project
 * @param output the directory that gets {@code image.digest}, {@code image.id}, {@code image.json}
 *     and {@code metadata.json}
 * @param fixed names that no image may have had before
 */
public record WantedImage(String id, BuildRequest request, Path output, Set<ImageName> fixed) {
  public WantedImage {
    fixed = Set.copyOf(fixed);
  }

  /** An image that may overwrite others. */
  public WantedImage(String id, BuildRequest request, Path output) {
    this(id, request, output, Set.of());
  }
}
