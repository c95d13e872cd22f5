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
import io.daviestechlabs.dockeradr.it.RegistryContent;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.ImageDemands;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.verify.ImageChoice;
import io.daviestechlabs.dockeradr.verify.ImageSource;
import io.daviestechlabs.dockeradr.verify.NamedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  void theBaseImageIsFoundExactlyAndItsAgeIsTold() throws Exception {
    String base = REGISTRY + "/adr-tests/" + UUID.randomUUID() + "/base:1";
    write("FROM scratch\nCOPY Dockerfile /\n");
    pushed(base, "--build-arg", "SOURCE_DATE_EPOCH=1600000000");
    String path = base.substring(base.indexOf('/') + 1, base.lastIndexOf(':'));
    String digest = new RegistryContent(REGISTRY).digest(path, "1");
    // No history tells it: there is no CMD between the base image's layers and the others.
    String labels =
        "LABEL org.opencontainers.image.base.name=%s org.opencontainers.image.base.digest=%s\n";
    String dockerfile = "FROM " + base + "\nCOPY Dockerfile /own\n";
    String name = base.replace("/base:", "/app:");
    write(dockerfile + labels.formatted(base, digest));
    pushed(name);
    CollectedConsole console = new CollectedConsole(true);
    verify(ImagePlace.reference(name, List.of()), console).run();
    assertThat(console.infos).contains("  layers   2, 1 of them of the base image");
    assertThat(output(console)).contains("IMAGE0701", "the base image was made on 2020-09-13");

    String other = base.replace("/base:", "/other:");
    write(dockerfile + labels.formatted(base, "sha256:" + "0".repeat(64)));
    pushed(other);
    CollectedConsole unknown = new CollectedConsole(true);
    verify(ImagePlace.reference(other, List.of()), unknown).run();
    assertThat(unknown.infos).contains("  layers   2");
    assertThat(output(unknown)).doesNotContain("IMAGE0701");
  }

  @Test
  void ofAnIndexThePlatformsThatAreAskedForAreReadAndNoAttestation() throws Exception {
    String name = REGISTRY + "/adr-tests/" + UUID.randomUUID() + "/index:1";
    write("FROM scratch\nARG TARGETARCH\nLABEL which=$TARGETARCH\nCOPY Dockerfile /\n");
    String both = "--platform=linux/amd64,linux/arm64";
    docker(
        "buildx",
        "build",
        both,
        "--provenance=mode=min",
        "--push",
        "-t",
        name,
        directory.toString());
    assertThat(read(ImagePlace.reference(name, List.of()))).containsExactly("amd64");
    assertThat(read(ImagePlace.reference(name, List.of("linux/arm64")))).containsExactly("arm64");
    assertThat(read(ImagePlace.reference(name, List.of("all")))).containsExactly("amd64", "arm64");
    assertThatThrownBy(() -> read(ImagePlace.reference(name, List.of("linux/s390x"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not there for linux/s390x")
        .hasMessageContaining("linux/amd64, linux/arm64, all.");
    verify(ImagePlace.reference(name, List.of("all")), new CollectedConsole(true)).run();
    assertThat(directory.resolve("out/image-linux-amd64.txt")).exists();
    assertThat(directory.resolve("out/image-linux-arm64.txt")).exists();
  }

  @Test
  void ofSeveralImagesInAnArchiveTheOneOfTheNameIsRead() throws Exception {
    String run = REGISTRY + "/adr-tests/" + UUID.randomUUID();
    for (String each : List.of("one", "two")) {
      write("FROM scratch\nLABEL which=" + each + "\nCOPY Dockerfile /\n");
      String name = run + "/" + each + ":1";
      docker("buildx", "build", "--provenance=false", "--load", "-t", name, directory.toString());
    }
    Path saved = directory.resolve("both.tar");
    docker("save", "-o", saved.toString(), run + "/one:1", run + "/two:1");
    assertThat(read(ImagePlace.archive(saved, Optional.of(run + "/two:1"), List.of())))
        .containsExactly("two");
    assertThat(read(ImagePlace.archive(saved, Optional.of(run + "/one:1"), List.of())))
        .containsExactly("one");
    assertThatThrownBy(() -> read(ImagePlace.archive(saved, Optional.empty(), List.of())))
        .hasMessageContaining("there has 2 images")
        .hasMessageContaining("/one:1")
        .hasMessageContaining("/two:1");
  }

  private void write(String dockerfile) throws IOException {
    Files.writeString(directory.resolve("Dockerfile"), dockerfile);
  }

  /** The labels of all images that are meant. */
  private List<String> read(ImagePlace place) throws InterruptedException {
    List<String> found = new ArrayList<>();
    try (ImageSource source = access.open(place, directory)) {
      ImageChoice choice = new ImageChoice(place.name(), place.platforms());
      NamedImage named = choice.image(source.images(), "there");
      for (NamedImage.Offer offer : choice.offers(named)) {
        found.add(source.read(named, offer).config().labels().get("which"));
      }
    }
    return found;
  }

  private Verify verify(ImagePlace place, CollectedConsole console) {
    return new Verify(
        List.of(place),
        ImageDemands.USUAL,
        Options.adr().withFamilies(Set.of(Family.IMAGE)).withToday(LocalDate.of(2026, 1, 1)),
        Set.of(),
        Severity.OFF,
        directory.resolve("out"),
        directory,
        access,
        console);
  }

  private static String output(CollectedConsole console) {
    List<String> all = new ArrayList<>(console.infos);
    all.addAll(console.warnings);
    all.addAll(console.errors);
    return String.join("\n", all);
  }

  private void pushed(String name, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("buildx", "build", "--provenance=false", "--push", "-t", name));
    arguments.addAll(List.of(more));
    arguments.add(directory.toString());
    docker(arguments.toArray(String[]::new));
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
