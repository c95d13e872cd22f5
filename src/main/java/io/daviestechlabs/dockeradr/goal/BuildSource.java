package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an image is made from, as far as its Dockerfile tells.
 *
 * @param file the Dockerfile
 * @param stage that is built
 * @param images that the Dockerfile names, in all of its stages
 */
record BuildSource(Dockerfile file, FinalStage stage, Set<ImageName> images) {
  /**
   * Reads the Dockerfile of an image.
   *
   * @param buildArgs that overrule the defaults of ARG
   * @throws UserError if there is none, or no build context
   */
  static BuildSource read(BuiltImage image, Map<String, String> buildArgs) {
    if (!Files.isDirectory(image.context())) {
      throw new UserError(
          "The build context " + image.context() + " is no directory",
          "Name a directory that is there with <context>.");
    }
    Dockerfile file = dockerfile(image.dockerfile());
    return new BuildSource(
        file,
        FinalStage.of(file, image.target(), buildArgs),
        UsedImages.of(file.stages(), StageGraph.of(file, buildArgs)));
  }

  private static Dockerfile dockerfile(Path path) {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(
          "There is no Dockerfile " + path, "Create it, or name another one with <dockerfile>.");
    }
    SourceFile file = SourceFile.read(path, path.toString());
    if (file.source().isEmpty()) {
      throw new UserError(
          "The Dockerfile " + path + " " + file.problem(),
          "Mend the file, or name another one with <dockerfile>.");
    }
    return Dockerfile.parse(file.source().get());
  }

  /**
   * The image that reads the Dockerfile, empty where the engine does it itself.
   *
   * @param buildArgs may name one too
   */
  Optional<ImageName> frontend(Engine engine, Map<String, String> buildArgs) {
    Optional<ImageName> told =
        Optional.ofNullable(buildArgs.get("BUILDKIT_SYNTAX")).flatMap(ImageName::find);
    return engine
        .frontend()
        .mirror()
        .or(() -> told)
        .or(
            () ->
                engine.frontend().kind() == Frontend.Kind.BUILTIN
                    ? Optional.empty()
                    : file.syntax().flatMap(it -> ImageName.find(it.firstWord().toString())));
  }

  /** Whether the Dockerfile uses an image of a name. */
  boolean uses(ImageName name) {
    return images.stream().anyMatch(name::isSame);
  }
}
