package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.image.ImageScan;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.verify.ImageChoice;
import io.daviestechlabs.dockeradr.verify.ImageSource;
import io.daviestechlabs.dockeradr.verify.NamedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what a real engine and registry have: DOCKER_HOST and ENGINE_REGISTRY say where. */
@Tag("engine")
class VerifyEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");

  private final Map<String, String> environment = System.getenv();
  private final Exec exec = new Processes();
  private final ImageAccess access =
      new ImageAccess(exec, environment, List.of(), Preflight::of, false);

  @TempDir Path directory;

  @Test
  void engineRegistryAndArchivesHaveTheSameImage() throws Exception {
    String name = REGISTRY + "/adr-tests/" + UUID.randomUUID() + "/verified:1";
    Files.writeString(
        directory.resolve("Dockerfile"),
        """
        FROM %s/base/busybox:1
        RUN echo one > /one && echo two > /two && mkdir /d && echo three > /d/three
        RUN rm -r /d /one && chmod 4755 /two
        USER 1000
        """
            .formatted(REGISTRY));
    docker("buildx", "build", "--provenance=false", "--load", "-t", name, directory.toString());
    docker("push", name);
    Path saved = directory.resolve("saved.tar");
    docker("save", "-o", saved.toString(), name);

    Contents registry = scan(ImagePlace.reference(name, List.of()));
    Contents engine = scan(ImagePlace.reference("docker-daemon:" + name, List.of()));
    Contents archive = scan(ImagePlace.archive(saved, Optional.empty(), List.of()));
    assertThat(registry).isEqualTo(engine).isEqualTo(archive);
    assertThat(registry.layers())
        .last()
        .satisfies(
            layer -> {
              // /one, /two and /d/three of the layer below.
              assertThat(layer.waste().files()).isEqualTo(3);
              assertThat(layer.waste().bytes()).isEqualTo(4 + 4 + 6);
              assertThat(layer.files()).isEqualTo(1);
            });
    assertThat(registry.files()).isEqualTo(files(name));
  }

  /** How many regular files the engine itself sees in the image, hard links once. */
  private long files(String name) throws Exception {
    String listed =
        docker(
            "run", "--rm", "--network=none", "-u", "0", name, "find", "/", "-xdev", "-type", "f");
    return listed
        .lines()
        .filter(
            line -> !line.matches("/(dev|etc/(hosts|hostname|resolv.conf|mtab)|\\.dockerenv).*"))
        .count();
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThatThrownBy(() -> scan(ImagePlace.reference(REGISTRY + "/adr-tests/none:1", List.of())))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Registry " + REGISTRY + " has no image");
    assertThatThrownBy(() -> scan(ImagePlace.reference("docker-daemon:adr-tests/none", List.of())))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The engine has no image adr-tests/none");
  }

  private Contents scan(ImagePlace place) throws InterruptedException {
    try (ImageSource source = access.open(place, directory)) {
      ImageChoice choice = new ImageChoice(place.name(), place.platforms());
      NamedImage named = choice.image(source.images(), "there");
      StoredImage image = source.read(named, choice.offers(named).get(0));
      return ImageScan.of(image);
    }
  }

  private String docker(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Exec.Outcome outcome = exec.run(Exec.Command.of(command, environment), line -> {});
    assertThat(outcome.exitCode()).as(String.join(" ", command)).isZero();
    return outcome.output();
  }
}
