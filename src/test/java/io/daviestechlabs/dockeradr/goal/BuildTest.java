package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Buildx;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.CacheStore;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import io.daviestechlabs.dockeradr.buildx.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The goal with an engine that says what a real one said; {@link BuildEngineTest} has a real one.
 */
class BuildTest {
  private static final String DIGEST = "sha256:" + "d".repeat(64);
  private static final String ID = "sha256:" + "c".repeat(64);
  private static final String METADATA =
      "{\"containerimage.digest\":\""
          + DIGEST
          + "\",\"containerimage.config.digest\":\""
          + ID
          + "\"}";

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final List<List<String>> commands = Collections.synchronizedList(new ArrayList<>());
  private Path context;
  private Path output;
  private String progress = "progress-cached.txt";
  private int exitCode;
  private String built = "";

  @BeforeEach
  void write() throws IOException {
    context = Files.createDirectories(directory.resolve("context"));
    output = directory.resolve("target/docker-adr");
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nLABEL a=1\n");
  }

  @Test
  void whatWasBuiltIsWrittenAndSaid() {
    BuildResult result = build(request().withTags(List.of("latest", "other/app:2"))).run().get(0);
    assertThat(result.cached()).isEqualTo(5);
    assertThat(output.resolve("image.digest")).hasContent(DIGEST);
    assertThat(output.resolve("image.id")).hasContent(ID);
    assertThat(output.resolve("metadata.json")).hasContent(METADATA);
    assertThat(output.resolve("image.json"))
        .content()
        .contains("\"image\": \"app\"", "\"reference\": \"app@" + DIGEST)
        .contains(
            "\"tags\": [\n    \"1\",\n    \"latest\"\n  ]",
            "\"org.opencontainers.image.title\": \"art\"");
    assertThat(console.infos)
        .contains("    CACHED  [base 1/2] COPY busybox /bin/busybox".substring(2));
    assertThat(console.infos)
        .anyMatch(line -> line.matches("built app:1 in [0-9.]+s: 5 steps, 5 cached"))
        .contains("  also     app:latest", "  also     other/app:2", "  digest   " + DIGEST);
    assertThat(output.resolve("build.html")).content().contains(">app:latest, other/app:2<");
    assertThat(console.warnings).isEmpty();
    assertThat(console.live).last().isEqualTo(List.of());
  }

  @Test
  void thePlanReachesBuildx() {
    build(request().withDelivery(Delivery.of(true, true))).run().get(0);
    assertThat(commands.get(commands.size() - 1))
        .startsWith("docker", "buildx", "build")
        .contains("org.opencontainers.image.version=3")
        .contains("manifest:org.opencontainers.image.version=3")
        .contains("SOURCE_DATE_EPOCH=1700000000")
        .contains("--metadata-file")
        .noneMatch(argument -> argument.startsWith("type=docker"));
  }

  @Test
  void withoutAProjectThereAreNoLabelsOfIts() {
    new Build(
            alone(request()),
            List.of(),
            Optional.empty(),
            new Repositories(),
            false,
            true,
            false,
            Map.of(),
            List.of(),
            Preflight::of,
            this::answer,
            console)
        .run()
        .get(0);
    assertThat(commands.get(commands.size() - 1)).doesNotContain("--label");
  }

  @Test
  void aFailedCommandShowsItsLastLinesAndLeavesNoFiles() throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("image.digest"), "stale");
    progress = "progress-failed.txt";
    exitCode = 1;
    assertThatThrownBy(() -> build(request()).run().get(0))
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.what())
                    .isEqualTo("'RUN echo before; …' at Fail:4 failed with exit code 7"));
    assertThat(console.errors)
        .containsExactly(
            "last output of [3/3] RUN echo before;     echo oops >&2;     exit 7",
            "  before",
            "  oops");
    assertThat(output).isDirectoryNotContaining("glob:**image.*");
    assertThat(output.resolve("build.html"))
        .content()
        .contains("<b class=\"failed\">Failed</b>", "<pre>before\noops\n</pre>");
  }

  @Test
  void verboseShowsTheCommandAndAllOutput() {
    progress = "progress-first.txt";
    Build build =
        new Build(
            alone(request()),
            List.of(),
            project(),
            new Repositories(),
            false,
            true,
            true,
            Map.of(),
            List.of(),
            Preflight::of,
            this::answer,
            console);
    build.run().get(0);
    assertThat(console.infos)
        .contains("#5 hello")
        .anyMatch(line -> line.startsWith("docker buildx build --progress=rawjson"));
  }

  @Test
  void aLostCacheIsAWarning() {
    progress = "progress-cache-lost.txt";
    build(request().withCache(cache())).run().get(0);
    assertThat(console.warnings).containsExactly("cache not written: it refuses connections");
  }

  @Test
  void aRegistryThatHasAFaultIsTriedAgain() {
    Exec failing =
        (command, listener) -> {
          if (command.arguments().contains("build") && commands.isEmpty()) {
            commands.add(command.arguments());
            listener.line(
                "ERROR: failed to build: failed to solve: failed to push r.example.com/app:1:"
                    + " unexpected status from PUT request: 503 Service Unavailable");
            return new Exec.Outcome(1, "");
          }
          return answer(command, listener);
        };
    BuildRequest request =
        request()
            .withEngine(new Engine("docker", Optional.empty(), Frontend.DECLARED, false, false, 1));
    build(request, failing).run();
    assertThat(commands).hasSize(2);
    assertThat(console.warnings)
        .containsExactly(
            "Registry r.example.com does not take r.example.com/app:1: it has a fault of its own;"
                + " trying again in 1 s");
    assertThat(output.resolve("image.digest")).hasContent(DIGEST);
    commands.clear();
    Build once = build(request(), failing);
    assertThatThrownBy(once::run).isInstanceOf(UserError.class);
    assertThat(commands).hasSize(1);
  }

  @Test
  void directoriesOfFilesAreMade() {
    Path layout = directory.resolve("a/b/layout");
    ImageFile file = new ImageFile(ImageFile.Form.OCI_LAYOUT, layout);
    build(request().withDelivery(new Delivery(false, false, List.of(file), true, false))).run();
    assertThat(layout.getParent()).isDirectory();
    assertThat(console.warnings).singleElement().asString().contains("with zstd");
  }

  @Test
  void theBuiltinFrontendGetsACopyThatIsGoneAfterwards() throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"), "# syntax=docker/dockerfile:1\nFROM scratch\n");
    Engine engine = new Engine("docker", Optional.empty(), Frontend.BUILTIN, false, false);
    build(request().withEngine(engine)).run().get(0);
    List<String> command = commands.get(commands.size() - 1);
    Path copy = Path.of(command.get(command.indexOf("--file") + 1));
    assertThat(copy).isNotEqualTo(context.resolve("Dockerfile")).doesNotExist();
    assertThat(built).isEqualTo("#\nFROM scratch\n");
  }

  @Test
  void labelsOfTheDockerfileAreNotOverruledInSilence() throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM scratch\nLABEL org.opencontainers.image.version=\"1\" org.opencontainers.image.title=art\n");
    build(request()).run().get(0);
    assertThat(console.warnings)
        .containsExactly(
            "label org.opencontainers.image.version is '3'; the Dockerfile's '1' is overruled");
  }

  @Test
  void remarksOfBuildKitAreWarnings() {
    progress = "progress-warnings.txt";
    build(request()).run().get(0);
    assertThat(console.warnings)
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Dockerfile:8: SecretsUsedInArgOrEnv"));
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingRuns() {
    refused(
        BuildRequest.of(
            ImageName.parse("a"), directory.resolve("no"), context.resolve("Dockerfile")),
        "is no directory");
    refused(request().withDockerfile(context.resolve("None")), "There is no Dockerfile");
    refused(
        request()
            .withInputs(
                new Inputs(Map.of(), Map.of(), List.of(Secret.ofEnv("x", "NO_SUCH")), List.of())),
        "NO_SUCH");
    assertThat(commands).isEmpty();
  }

  @Test
  void aStageThatIsNotThereCannotBeUncached() {
    Engine engine =
        new Engine(
            "docker", Optional.empty(), Frontend.DECLARED, false, false, 0, List.of("biuld"));
    refused(request().withEngine(engine), "<noCacheFilters> has 'biuld'");
  }

  @Test
  void whatIsNoDockerfileIsSaidBeforeAnythingRuns() throws IOException {
    Path file = context.resolve("Dockerfile");
    Files.write(file, new byte[] {'F', 0, 1});
    refused(request(), "Dockerfile is a binary file");
    Files.write(file, new byte[5 << 20]);
    refused(request(), "files over 4 MiB are not read");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("nowhere"));
    refused(request(), "Dockerfile cannot be read: no such file");
    refused(request().withDockerfile(context), "is a directory");
    assertThat(commands).isEmpty();
  }

  @Test
  void aBuildThatIsInterruptedIsCancelled() {
    Exec exec =
        (command, listener) -> {
          if (command.arguments().contains("build")) {
            throw new InterruptedException();
          }
          return answer(command, listener);
        };
    Build build = build(request(), exec);
    assertThatThrownBy(build::run).isInstanceOf(UserError.class).hasMessageContaining("cancelled");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aCacheThatWasLostIsWrittenOnceMoreAndNothingElse() {
    Exec exec =
        (command, listener) -> {
          boolean again = command.arguments().contains("type=cacheonly");
          progress = again ? "progress-cached.txt" : "progress-cache-lost.txt";
          return answer(command, listener);
        };
    Engine engine = request().engine();
    BuildRequest wanted =
        request()
            .withCache(cache())
            .withDelivery(Delivery.of(true, false))
            .withEngine(
                new Engine(
                    engine.docker(),
                    engine.builder(),
                    engine.frontend(),
                    engine.noCache(),
                    engine.pull(),
                    1));
    new Build(
            alone(wanted),
            List.of(),
            project(),
            new Repositories(),
            false,
            false,
            false,
            Map.of(),
            List.of(),
            Preflight::of,
            exec,
            console)
        .run();
    assertThat(commands.get(commands.size() - 1))
        .contains("--cache-to", "type=cacheonly")
        .doesNotContain("--label", "type=docker");
    assertThat(console.infos).contains("writing the cache again in 1 s");
    assertThat(output.resolve("image.digest")).hasContent(DIGEST);
  }

  /** The engine does not tell which buildx there is, and asking it takes time. */
  @ParameterizedTest
  @CsvSource({
    "github.com/docker/buildx v0.12.1 30feaa1, docker buildx is too old: v0.12.1",
    "'', The docker command has no buildx plugin",
    "github.com/docker/buildx v0.29.1 a32761a, invalid progress mode rawjson"
  })
  void aBuildxThatIsOfNoUseIsNamedWhenItFails(String version, String words) {
    Exec old =
        (command, listener) -> {
          List<String> arguments = command.arguments();
          if (arguments.contains("info")) {
            return new Exec.Outcome(0, recorded("info.json").replace("0.29.1+ds1", ""));
          }
          commands.add(arguments);
          if (arguments.contains("version")) {
            return new Exec.Outcome(0, version + "\n");
          }
          listener.line("ERROR: invalid progress mode rawjson");
          return new Exec.Outcome(1, "");
        };
    assertThatThrownBy(() -> build(request(), old).run()).hasMessageContaining(words);
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0)).contains("build");
  }

  private void refused(BuildRequest request, String words) {
    assertThatThrownBy(() -> build(request).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(words);
  }

  private static Cache cache() {
    return Cache.AUTOMATIC.withStore(new CacheStore.Registry(Optional.of("127.0.0.1:9/x:c")));
  }

  private Build build(BuildRequest request) {
    Map<String, String> environment = Map.of("SOURCE_DATE_EPOCH", "1700000000");
    return new Build(
        alone(request),
        List.of(),
        project(),
        new Repositories(),
        false,
        true,
        false,
        environment,
        List.of(),
        Preflight::of,
        this::answer,
        console);
  }

  private Build build(BuildRequest request, Exec exec) {
    return new Build(
        alone(request),
        List.of(),
        project(),
        new Repositories(),
        false,
        true,
        false,
        Map.of(),
        List.of(),
        Preflight::of,
        exec,
        console);
  }

  private List<WantedImage> alone(BuildRequest request) {
    return List.of(new WantedImage("", request, output));
  }

  private static Optional<ProjectFacts> project() {
    return Optional.of(ProjectFacts.of("g", "art", "3"));
  }

  private BuildRequest request() {
    return BuildRequest.of(ImageName.parse("app:1"), context, context.resolve("Dockerfile"))
        .withDelivery(Delivery.of(true, false));
  }

  /** Answers as a recorded engine did. */
  private Exec.Outcome answer(Exec.Command command, Exec.Listener listener) throws IOException {
    List<String> arguments = command.arguments();
    if (arguments.contains("info")) {
      return new Exec.Outcome(0, recorded("info.json"));
    }
    if (arguments.contains("inspect")) {
      return new Exec.Outcome(0, "Name: default\nDriver: docker\n");
    }
    commands.add(arguments);
    built = Files.readString(Path.of(arguments.get(arguments.indexOf("--file") + 1)));
    recorded(progress).lines().forEach(listener::line);
    listener.idle();
    if (exitCode == 0) {
      Files.writeString(Path.of(arguments.get(arguments.indexOf("--metadata-file") + 1)), METADATA);
    }
    return new Exec.Outcome(exitCode, "");
  }

  private static String recorded(String name) throws IOException {
    try (InputStream in = Buildx.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
