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
    Optional<Path> file =
        dockerfile.isPresent() ? Optional.of(base.resolve(dockerfile.get())) : usual(base);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path directory = context.isPresent() ? base.resolve(context.get()) : base;
    return Optional.of(new BuiltImage(file.get().normalize(), directory.normalize(), target));
  }

  private static Optional<Path> usual(Path base) {
    for (String name : USUAL) {
      Path file = base.resolve(name);
      if (isThere(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** A link to nowhere is a fault to report, not the lack of a Dockerfile. */
  private static boolean isThere(Path path) {
    return !Files.isDirectory(path) && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
