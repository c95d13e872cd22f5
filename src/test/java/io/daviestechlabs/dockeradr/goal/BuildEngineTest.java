package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Attestations;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.CacheStore;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import io.daviestechlabs.dockeradr.buildx.Sandbox;
import io.daviestechlabs.dockeradr.buildx.Secret;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.it.RegistryContent;
import io.daviestechlabs.dockeradr.verify.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds with a real engine: DOCKER_HOST and ENGINE_REGISTRY say where, as src/engine prints. */
@Tag("engine")
class BuildEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");
  private static final String PLAIN =
      """
      FROM scratch AS files
      COPY data.txt /data.txt

      FROM scratch
      COPY --from=files /data.txt /app/data.txt
      LABEL org.opencontainers.image.title="from the file"
      HEALTHCHECK CMD ["/app/none"]
      USER 1000:1000
      """;

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final String run = UUID.randomUUID().toString();
  private Path context;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    context = Files.createDirectories(directory.resolve("context"));
    output = directory.resolve("target/docker-adr");
    Files.writeString(context.resolve("data.txt"), UUID.randomUUID().toString());
    Files.writeString(context.resolve("Dockerfile"), PLAIN);
    environment.put("SOURCE_DATE_EPOCH", "1700000000");
  }

  @Test
  void pushLoadCacheAndReadBack() throws IOException {
    BuildRequest request =
        request("both").withDelivery(Delivery.of(true, true)).withTags(List.of("2"));
    BuildResult first = build(request).run().get(0);
    assertThat(first.digest()).isPresent();
    assertThat(first.id()).isPresent();
    assertThat(first.cached()).isZero();
    assertThat(first.checked().orElseThrow())
        .contains("user 1000:1000", "health check", "registry " + REGISTRY, "daemon");
    assertThat(first.cache().orElseThrow()).contains("both:buildcache", "zstd");
    assertThat(output.resolve("image.digest")).hasContent(first.digest().get());
    assertThat(output.resolve("image.id")).hasContent(first.id().get());
    assertThat(Files.readString(output.resolve("image.json")))
        .contains("\"imagePushed\": true", first.digest().get(), "\"2\"");
    assertThat(output.resolve("metadata.json")).content().contains(first.digest().get());
    assertThat(console.warnings)
        .containsExactly(
            "label org.opencontainers.image.title is 'app'; the Dockerfile's 'from the file' is overruled");
    assertThat(console.infos).anyMatch(line -> line.contains("no cache yet at " + REGISTRY));

    BuildResult second = build(request).run().get(0);
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.cached()).isEqualTo(second.steps().size());
    assertThat(console.infos).anyMatch(line -> line.contains("CACHED"));
  }

  @Test
  void theImageIsTheSameOnAnotherDayAndWithoutCache() {
    BuildRequest request = request("same").withDelivery(Delivery.of(false, true));
    Optional<String> first = build(request).run().get(0).digest();
    BuildRequest again = request.withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF));
    assertThat(build(again).run().get(0).digest()).isEqualTo(first);
  }

  @Test
  void loadOnly() throws IOException {
    BuildResult result =
        build(request("loaded").withDelivery(Delivery.of(true, false))).run().get(0);
    assertThat(result.checked().orElseThrow()).endsWith("from the daemon");
    assertThat(output.resolve("build.html"))
        .content()
        .contains("Layers, from the base up", "COPY /data.txt /app/data.txt", ">unpacked<");
    assertThat(result.size()).isPositive();
  }

  @Test
  void nowhere() {
    BuildResult result = build(request("nowhere")).run().get(0);
    assertThat(result.digest()).isEmpty();
    assertThat(result.checked()).isEmpty();
    assertThat(output.resolve("image.digest")).doesNotExist();
  }

  @Test
  void severalPlatformsWithProvenanceAndAnnotations() {
    BuildRequest request =
        request("index")
            .withDelivery(Delivery.of(false, true))
            .withPlatforms(List.of("linux/amd64", "linux/arm64"))
            .withAttestations(new Attestations(Optional.of("mode=min"), Optional.empty()));
    BuildResult result = build(request).run().get(0);
    assertThat(result.digest()).isPresent();
    assertThat(result.cache().orElseThrow()).contains("buildcache-linux-amd64_linux-arm64");
    Map<?, ?> index = new RegistryContent(REGISTRY).manifest("adr-tests/" + run + "/index", "1");
    assertThat(index.get("annotations"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry(OciLabels.PREFIX + "title", "app")
        .containsEntry(OciLabels.PREFIX + "created", "2023-11-14T22:13:20Z");
  }

  @Test
  void anArchive() {
    Path tar = directory.resolve("image.tar");
    Delivery delivery =
        new Delivery(
            false, false, List.of(new ImageFile(ImageFile.Form.OCI_ARCHIVE, tar)), true, true);
    Optional<String> first = build(request("archive").withDelivery(delivery)).run().get(0).digest();
    assertThat(tar).isNotEmptyFile();
    assertThat(build(request("archive").withDelivery(delivery)).run().get(0).digest())
        .isEqualTo(first);
  }

  @Test
  void theDeclaredFrontendCannotBePulledAndTheBuiltinOneCan() throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"), "# syntax=" + REGISTRY + "/no/frontend:1\n" + PLAIN);
    Files.writeString(context.resolve(".dockerignore"), "*\n!data.txt\n");
    BuildRequest request = request("frontend").withDelivery(Delivery.of(true, false));
    assertThatThrownBy(() -> build(request).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The frontend")
        .hasMessageContaining("docker-adr.frontend=builtin");
    Engine builtin = new Engine("docker", Optional.empty(), Frontend.BUILTIN, false, false);
    assertThat(build(request.withEngine(builtin)).run().get(0).digest()).isPresent();
  }

  @Test
  void whatTheIgnoreFileKeepsOutIsNotInTheContext() throws IOException {
    Files.writeString(context.resolve("Dockerfile"), "# syntax=x\n" + PLAIN);
    Files.writeString(context.resolve("Dockerfile.dockerignore"), "data.txt\n");
    Engine builtin = new Engine("docker", Optional.empty(), Frontend.BUILTIN, false, false);
    assertThatThrownBy(() -> build(request("ignored").withEngine(builtin)).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'/data.txt' at Dockerfile:3 is not in the build context");
  }

  @Test
  void aFailureLeavesNoFilesOfAnEarlierBuild() throws IOException {
    build(request("stale").withDelivery(Delivery.of(true, false))).run().get(0);
    assertThat(output.resolve("image.digest")).exists();
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPPY a b\n");
    assertThatThrownBy(() -> build(request("stale")).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Dockerfile:2: unknown instruction: COPPY");
    assertThat(output).isDirectoryNotContaining("glob:**image.*");
  }

  @Test
  void aCacheThatCannotBeWrittenIsAWarning() {
    Cache lost =
        Cache.AUTOMATIC.withStore(new CacheStore.Registry(Optional.of("127.0.0.1:9/x:cache")));
    BuildResult result =
        build(request("lost").withDelivery(Delivery.of(true, false)).withCache(lost)).run().get(0);
    assertThat(result.cache()).isEmpty();
    assertThat(console.warnings)
        .anyMatch(line -> line.contains("cache not written: it refuses connections"))
        .anyMatch(
            line -> line.contains("cache 127.0.0.1:9/x:cache not used: it refuses connections"));
  }

  @Test
  void aPushToNobodyIsExplained() {
    BuildRequest request =
        BuildRequest.of(ImageName.parse("127.0.0.1:9/x:1"), context, context.resolve("Dockerfile"))
            .withDelivery(Delivery.of(false, true))
            .withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF));
    assertThatThrownBy(() -> build(request).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Registry 127.0.0.1:9 cannot be reached");
  }

  @Test
  void noDaemonIsExplained() {
    environment.put("DOCKER_HOST", "unix:///no/such.sock");
    assertThatThrownBy(() -> build(request("x")).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The Docker daemon does not answer at unix:///no/such.sock");
  }

  /** The docker command tells ssh to run itself over there; here, over there is here. */
  @Test
  void anEngineOverSsh() throws Exception {
    Path ssh = directory.resolve("ssh");
    Files.writeString(
        ssh,
        "#!/bin/sh\nDOCKER_HOST=%s exec docker system dial-stdio\n"
            .formatted(environment.getOrDefault("DOCKER_HOST", "")));
    assertThat(ssh.toFile().setExecutable(true)).isTrue();
    environment.put("PATH", directory + ":" + environment.get("PATH"));
    environment.put("DOCKER_HOST", "ssh://builder@build.example.com");
    BuildResult result = build(request("ssh").withDelivery(Delivery.of(true, true))).run().get(0);
    assertThat(result.checked().orElseThrow()).endsWith("and the daemon");
    assertThat(console.warnings).noneMatch(line -> line.contains("not verified"));
    ImagePlace place = ImagePlace.reference("docker-daemon:" + request("ssh").image(), List.of());
    ImageAccess access =
        new ImageAccess(new Processes(), environment, List.of(), Preflight::of, true);
    try (ImageSource image = access.open(place, directory)) {
      assertThat(image.images())
          .singleElement()
          .satisfies(it -> assertThat(it.names()).isNotEmpty());
    }
  }

  @Test
  void aSecretIsReadAndNotShown() throws IOException {
    String base = REGISTRY + "/base/busybox:1";
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM " + base + "\nRUN --mount=type=secret,id=npm cat /run/secrets/npm; exit 3\n");
    environment.put("NPM_SECRET", "s3cr3t-value");
    BuildRequest request =
        request("secret")
            .withInputs(
                new Inputs(
                    Map.of(), Map.of(), List.of(Secret.ofEnv("npm", "NPM_SECRET")), List.of()));
    assertThatThrownBy(() -> build(request).run().get(0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at Dockerfile:2 failed with exit code 3");
    assertThat(console.errors).contains("  ***").noneMatch(line -> line.contains("s3cr3t"));
  }

  /** What listens at the socket of the RUN is asked for its keys, in the words of SSH agents. */
  @Test
  void aRunMayUseAnSshKeyThatIsNotInTheImage() throws Exception {
    Files.writeString(
        context.resolve("Dockerfile"),
        """
        FROM %s/base/python:3 AS fetched
        COPY data.txt /
        RUN --mount=type=ssh,required=true ["python3", "-c", "\
        import os, socket; agent = socket.socket(socket.AF_UNIX); \
        agent.connect(os.environ['SSH_AUTH_SOCK']); agent.sendall(bytes([0, 0, 0, 1, 11])); \
        answer = agent.makefile('rb').read(9); assert answer[4] == 12 and answer[8] == 1"]
        """
            .formatted(REGISTRY));
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    Path key = directory.resolve("key.pem");
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    Files.writeString(
        key,
        "-----BEGIN PRIVATE KEY-----\n"
            + lines.encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    BuildRequest without = request("ssh").withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF));
    BuildRequest with =
        without.withInputs(new Inputs(Map.of(), Map.of(), List.of(), List.of("default=" + key)));

    // First without: what has run once is cached for those who have no key.
    assertThatThrownBy(() -> build(without).run()).isInstanceOf(UserError.class);
    assertThat(build(with).run()).hasSize(1);
  }

  @Test
  void aRunHasTheSurroundingsThatWereAskedFor() throws IOException {
    Files.writeString(
        context.resolve("Dockerfile"),
        """
        FROM %s/base/busybox:1 AS fetched
        RUN grep -q '10.1.2.3.*build.example.com' /etc/hosts && [ "$(ulimit -n)" = 1024 ] \\
          && df -k /dev/shm | grep -q ' 32768 ' && ! grep -q : /proc/net/route
        FROM fetched
        RUN date +%%N > /time
        """
            .formatted(REGISTRY));
    Sandbox sandbox =
        new Sandbox(
            Optional.of("none"),
            Map.of("build.example.com", "10.1.2.3"),
            OptionalLong.of(32 << 20),
            List.of("nofile=1024:2048"),
            List.of());
    BuildRequest request = request("surrounded").withSandbox(sandbox);
    build(request).run();
    Engine again =
        new Engine(
            "docker", Optional.empty(), Frontend.DECLARED, false, false, 0, List.of("Fetched"));
    BuildResult result = build(request.withEngine(again)).run().get(0);
    assertThat(result.steps()).hasSize(2).noneMatch(Step::cached);
    Sandbox insecure =
        new Sandbox(
            Optional.empty(),
            Map.of(),
            OptionalLong.empty(),
            List.of(),
            List.of("security.insecure"));
    assertThatThrownBy(() -> build(request.withSandbox(insecure)).run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The builder may not grant security.insecure");
  }

  @Test
  void theBaseImageIsNamedWithItsDigest() throws IOException {
    String base = REGISTRY + "/base/busybox:1";
    Files.writeString(context.resolve("Dockerfile"), "ARG BASE=debian\nFROM ${BASE}\nLABEL a=b\n");
    BuildRequest request =
        request("based")
            .withDelivery(Delivery.of(false, true))
            .withInputs(new Inputs(Map.of("BASE", base), Map.of(), List.of(), List.of()));
    build(request).run().get(0);
    assertThat(Files.readString(output.resolve("image.json")))
        .contains(OciLabels.PREFIX + "base.name\": \"" + base)
        .contains(OciLabels.PREFIX + "base.digest\": \"sha256:");
    assertThat(console.warnings).isEmpty();
  }

  @Test
  void aLabelOfTheRequestWins() {
    Marks marks = new Marks(Map.of(OciLabels.PREFIX + "title", "Mine", "empty", " "), Map.of());
    build(request("marked").withMarks(marks).withDelivery(Delivery.of(true, false))).run().get(0);
    assertThat(output.resolve("image.json")).content().contains("\"Mine\"").doesNotContain("empty");
  }

  @Test
  void anInterruptEndsTheBuild() throws Exception {
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM " + REGISTRY + "/base/busybox:1\nRUN echo ready; sleep 600\n");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Thread> runner = new AtomicReference<>();
    Console stopper =
        new Console() {
          @Override
          public void info(String line) {
            if (line.endsWith("ready")) {
              runner.get().interrupt();
            }
          }

          @Override
          public void warn(String line) {}

          @Override
          public void error(String line) {}

          @Override
          public boolean colours() {
            return false;
          }

          @Override
          public boolean interactive() {
            return false;
          }

          @Override
          public int width() {
            return 80;
          }
        };
    Build build =
        new Build(
            List.of(new WantedImage("", request("cancelled"), output)),
            List.of(),
            Optional.empty(),
            new Repositories(),
            true,
            true,
            true,
            environment,
            List.of(),
            Preflight::of,
            new Processes(),
            stopper);
    Thread thread = new Thread(build::run);
    thread.setUncaughtExceptionHandler((who, error) -> thrown.set(error));
    runner.set(thread);
    thread.start();
    thread.join(60_000);
    assertThat(thrown.get()).isInstanceOf(UserError.class).hasMessageContaining("cancelled");
  }

  private BuildRequest request(String name) {
    return BuildRequest.of(
        ImageName.parse(REGISTRY + "/adr-tests/" + run + "/" + name + ":1"),
        context,
        context.resolve("Dockerfile"));
  }

  private Build build(BuildRequest request) {
    return RealBuilds.of(environment, console, new WantedImage("", request, output));
  }
}
