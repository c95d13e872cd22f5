package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An image that a build takes from a registry.
 *
 * @param word as written
 * @param image the same with the defaults of its variables
 * @param isBase whether a stage starts from it, rather than copies or mounts files of it
 */
public record ImageUse(Word word, ImageRef image, boolean isBase) {
  /**
   * Official images that files are copied from. Another bare name may be a build context that is
   * given on the command line, as {@code --build-context scripts=../scripts}.
   */
  private static final Set<String> OFFICIAL =
      Set.of(
          "alpine",
          "amazoncorretto",
          "bash",
          "buildpack-deps",
          "busybox",
          "caddy",
          "composer",
          "consul",
          "debian",
          "docker",
          "eclipse-temurin",
          "fedora",
          "golang",
          "gradle",
          "haproxy",
          "httpd",
          "maven",
          "memcached",
          "mongo",
          "mysql",
          "nginx",
          "node",
          "openjdk",
          "php",
          "postgres",
          "python",
          "redis",
          "ruby",
          "rust",
          "traefik",
          "ubuntu",
          "vault");

  /** All of a stage, in order; not those that only a build argument names. */
  static Stream<ImageUse> in(Stage stage, StageGraph stages) {
    Stream<ImageUse> base =
        stages.reference(stage).map(i -> new ImageUse(stage.from().image(), i, true)).stream();
    Stream<Word> froms = stage.instructions().stream().flatMap(ImageUse::from);
    return Stream.concat(base, froms.flatMap(word -> of(word, stages).stream()));
  }

  private static Stream<Word> from(Instruction written) {
    return (written instanceof Onbuild onbuild ? onbuild.trigger() : written).froms().stream();
  }

  /** A number means a stage, even one that is not there. */
  private static Optional<ImageUse> of(Word word, StageGraph stages) {
    if (stages.source(word).isPresent()) {
      return Optional.empty();
    }
    return StageGraph.known(word, stages.global())
        .filter(name -> !name.equals("scratch") && !name.matches("[0-9]+"))
        .flatMap(name -> ImageRef.parse(name).image())
        .filter(image -> !mayBeContext(image))
        .map(image -> new ImageUse(word, image, false));
  }

  private static boolean mayBeContext(ImageRef image) {
    boolean bare = image.text().length() == image.path().length();
    String name = image.path().toString();
    return bare && name.indexOf('/') < 0 && !OFFICIAL.contains(name);
  }

  /**
   * Whether a registry may give another image for it tomorrow than today: no tag, or the newest.
   */
  public boolean isFloating() {
    return image.digest().isEmpty() && image.tag().filter(t -> !t.is("latest")).isEmpty();
  }

  /** What it is called, without the defaults of variables that are not needed to tell. */
  public Text name() {
    return image.text();
  }
}
