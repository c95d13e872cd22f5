package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One image of a build.
 *
 * @param id what the build calls it; empty for one that is alone
 * @param request what is to be built; labels in it win over those of the project
 * @param output the directory that gets {@code image.digest}, {@code image.id}, {@code image.json}
 *     and {@code metadata.json}
 * @param fixed names that no image may have had before
 * @param skipUnchanged whether it is left alone where nothing has changed since the last build
 * @param ahead has its Dockerfile; empty where that is read whenever it is asked for
 */
public record WantedImage(
    String id,
    BuildRequest request,
    Path output,
    Set<ImageName> fixed,
    boolean skipUnchanged,
    Optional<ReadAhead> ahead) {
  public WantedImage {
    fixed = Set.copyOf(fixed);
  }

  /**
   * The images whose registries the build is known to speak with: its own names, those that it
   * starts or copies from, its cache, its frontend.
   *
   * @throws UserError if there is no Dockerfile
   */
  public Set<ImageName> spoken() {
    Set<ImageName> names = new LinkedHashSet<>(request.images());
    names.addAll(source().images());
    return names;
  }

  /** What it is made from. */
  BuildSource source() {
    if (ahead.isPresent()) {
      return ahead.get().source();
    }
    BuiltImage image = new BuiltImage(request.dockerfile(), request.context(), request.target());
    return BuildSource.read(image, request.inputs().buildArgs());
  }

  /** An image that may overwrite others. */
  public WantedImage(String id, BuildRequest request, Path output) {
    this(id, request, output, Set.of());
  }

  /** An image that is built in any case. */
  public WantedImage(String id, BuildRequest request, Path output, Set<ImageName> fixed) {
    this(id, request, output, fixed, false, Optional.empty());
  }
}
