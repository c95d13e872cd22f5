package io.daviestechlabs.dockeradr.goal;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the project's build is configured to build.
 *
 * @param dockerfile absolute path
 * @param context absolute path
 * @param target the stage; empty for the last one
 */
public record BuiltImage(Path dockerfile, Path context, Optional<String> target) {
  private static final List<String> USUAL = List.of("Dockerfile", "src/main/docker/Dockerfile");

  /**
   * Finds it.
   *
   * @param base the module's directory, absolute
   * @param dockerfile as configured, relative to the base
   * @param context as configured, relative to the base; the base if it is not
   * @param target as configured
   * @return empty if no Dockerfile is configured and none is where they usually are
   */
  public static Optional<BuiltImage> find(
      Path base, Optional<Path> dockerfile, Optional<Path> context, Optional<String> target) {
    Path directory = context.map(base::resolve).orElse(base).normalize();
    return dockerfile
        .map(base::resolve)
        .or(() -> USUAL.stream().map(base::resolve).filter(BuiltImage::isThere).findFirst())
        .map(file -> new BuiltImage(file.normalize(), directory, target));
  }

  /** A link to nowhere is a fault to report, not the lack of a Dockerfile. */
  private static boolean isThere(Path path) {
    return !Files.isDirectory(path) && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
