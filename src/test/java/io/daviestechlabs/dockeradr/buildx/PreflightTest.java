package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Preflight.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  private static final String INFO = String.join("\n", Golden.lines("info.json"));
  private static final String CLASSIC = INFO.replace("io.containerd.snapshotter.v1", "overlay2");
  private static final Answer DOCKER = answer("Name:   default\nDriver: docker\n\nNodes:\n");
  private static final Answer CONTAINER = answer("Name: b\nDriver: docker-container\n");
  private static final BuildRequest REQUEST =
      BuildRequest.of(ImageName.parse("r.example.com/app:1"), Path.of("."), Path.of("Dockerfile"))
          .withDelivery(Delivery.of(true, true));

  private static final ImageFile FILE = new ImageFile(ImageFile.Form.OCI_ARCHIVE, Path.of("x"));

  private final List<String> warnings = new ArrayList<>();

  @Test
  void readsAnEngine() {
    Preflight preflight = Preflight.read(INFO, "", DOCKER);
    assertThat(preflight.buildx()).contains("0.29.1+ds1");
    assertThat(preflight.server()).contains("28.5.2+dfsg4");
    assertThat(preflight.containerdStore()).isTrue();
    assertThat(preflight.driver()).isEqualTo("docker");
    assertThat(preflight.insecure())
        .containsExactlyInAnyOrder("::1/128", "127.0.0.0/8", "127.0.0.1:5000");
    assertThatCode(() -> preflight.check(REQUEST)).doesNotThrowAnyException();
  }

  @Test
  void aPushIntoTheOwnStoreNeedsNoLoad() {
    BuildRequest adapted = Preflight.read(INFO, "", DOCKER).adapt(REQUEST, warnings);
    assertThat(adapted.delivery()).isEqualTo(Delivery.of(false, true));
    assertThat(Preflight.read(INFO, "", CONTAINER).adapt(REQUEST, warnings)).isEqualTo(REQUEST);
    assertThat(warnings).isEmpty();
  }

  @Test
  void theClassicStoreWritesNoCacheAndSaysSo() {
    Preflight classic = Preflight.read(CLASSIC, "", DOCKER);
    classic.check(REQUEST);
    BuildRequest adapted = classic.adapt(REQUEST, warnings);
    assertThat(Buildx.arguments(adapted)).contains("--cache-from").doesNotContain("--cache-to");
    assertThat(warnings).singleElement().asString().contains("containerd-snapshotter");
  }

  @Test
  void theClassicStoreIsRefusedWhereItCannotDoWhatIsWanted() {
    Preflight classic = Preflight.read(CLASSIC, "", DOCKER);
    refused(
        classic,
        REQUEST.withCache(Cache.AUTOMATIC.withMode(Cache.Mode.REQUIRED)),
        "required cache");
    refused(
        classic, REQUEST.withPlatforms(List.of("linux/amd64", "linux/arm64")), "several platforms");
    refused(
        classic,
        REQUEST.withAttestations(new Attestations(Optional.of("true"), Optional.empty())),
        "Provenance");
    refused(
        classic,
        REQUEST.withDelivery(new Delivery(false, false, List.of(FILE), false, false)),
        "archive");
    assertThatCode(
            () ->
                Preflight.read(CLASSIC, "", CONTAINER)
                    .check(REQUEST.withPlatforms(List.of("linux/amd64", "linux/arm64"))))
        .doesNotThrowAnyException();
  }

  @Test
  void aBucketIsNothingToTheEnginesOwnBuilder() {
    CacheStore bucket = new CacheStore.S3("abc", "eu", Optional.empty(), Optional.empty(), false);
    BuildRequest cached = REQUEST.withCache(Cache.AUTOMATIC.withStore(bucket));
    Preflight own = Preflight.read(INFO, "", DOCKER);
    own.check(cached);
    assertThat(Buildx.arguments(own.adapt(cached, warnings)))
        .doesNotContain("--cache-from", "--cache-to");
    assertThat(warnings).singleElement().asString().contains("knows no s3");
    refused(own, cached.withCache(cached.cache().withMode(Cache.Mode.REQUIRED)), "required cache");
    Preflight other = Preflight.read(INFO, "", CONTAINER);
    assertThat(Buildx.arguments(other.adapt(cached, warnings))).contains("--cache-to");
    assertThat(warnings).hasSize(1);
  }

  @Test
  void anOldBakePassesOverWhatItDoesNotKnow() {
    List<BuildRequest> hosts =
        List.of(REQUEST.withSandbox(sandbox("none", Map.of("a.b", "10.0.0.1"))));
    List<BuildRequest> host = List.of(REQUEST.withSandbox(sandbox("host", Map.of())));
    Preflight now = Preflight.read(INFO, "", DOCKER);
    Preflight old = Preflight.read(INFO.replace("0.29.1", "0.16.0"), "", DOCKER);
    assertThatCode(() -> now.checkTogether(hosts)).doesNotThrowAnyException();
    assertThatCode(() -> now.checkTogether(host)).doesNotThrowAnyException();
    assertThatThrownBy(() -> old.checkTogether(hosts))
        .hasMessageContaining("<addHosts> for several images is beyond buildx 0.16.0");
    assertThatThrownBy(() -> old.checkTogether(host)).hasMessageContaining("<allow>");
    assertThatCode(() -> old.checkTogether(List.of(REQUEST))).doesNotThrowAnyException();
  }

  private static Sandbox sandbox(String network, Map<String, String> hosts) {
    return new Sandbox(Optional.of(network), hosts, OptionalLong.empty(), List.of(), List.of());
  }

  @Test
  void anAnnotationIsRefusedWhereItWouldBeLost() {
    BuildRequest marked = REQUEST.withMarks(new Marks(Map.of(), Map.of("a", "b")));
    refused(Preflight.read(CLASSIC, "", DOCKER), marked, "classic image store");
    Preflight container = Preflight.read(INFO, "", CONTAINER);
    for (boolean loads : List.of(true, false)) {
      assertThatCode(() -> container.check(marked.withDelivery(Delivery.of(loads, true))))
          .doesNotThrowAnyException();
    }
    refused(Preflight.read(CLASSIC, "", CONTAINER), marked, "<annotations> would be lost");
    ImageFile tar = new ImageFile(ImageFile.Form.DOCKER_ARCHIVE, Path.of("x"));
    Delivery archived = new Delivery(false, true, List.of(tar), false, false);
    refused(container, marked.withDelivery(archived), "<annotations> would be lost");
  }

  @Test
  void whichRegistriesABuilderSpeaksPlainHttpWithIsInItsConfiguration(@TempDir Path config)
      throws Exception {
    String toml =
        """
        debug = true
        http = true

        [registry]

          [registry."10.0.0.1:5000"]
            http = true
            mirrors = ["x"]

          [registry."r.example.com"]
            ca = ["/ca.pem"]

        [worker.oci]
          http = true
        """;
    String encoded = Base64.getEncoder().encodeToString(toml.getBytes(StandardCharsets.UTF_8));
    Path instances = Files.createDirectory(config.resolve("instances"));
    Files.writeString(
        instances.resolve("b"),
        "{\"Nodes\":[{\"Name\":\"b0\",\"Files\":{\"buildkitd.toml\":\"" + encoded + "\"}}]}");
    Files.writeString(instances.resolve("c"), "{\"Nodes\":[{\"Name\":\"c0\",\"Files\":null}]}");
    Exec exec = (command, listener) -> new Exec.Outcome(0, INFO);
    Map<String, String> environment = Map.of("BUILDX_CONFIG", config.toString());
    assertThat(Preflight.of(exec, Engine.USUAL, environment).insecure())
        .containsExactlyInAnyOrder("::1/128", "127.0.0.0/8", "127.0.0.1:5000", "10.0.0.1:5000");
  }

  @Test
  void aDaemonThatNeverAnswersIsNotWaitedFor(@TempDir Path config) throws Exception {
    CountDownLatch dropped = new CountDownLatch(1);
    Exec hung =
        (command, listener) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            dropped.countDown();
          }
          return new Exec.Outcome(1, "");
        };
    Map<String, String> environment =
        Map.of("DOCKER_HOST", "tcp://127.0.0.1:1", "BUILDX_CONFIG", config.toString());
    Preflight preflight = Preflight.of(hung, Engine.USUAL, environment, Duration.ofMillis(20));
    refused(preflight, REQUEST, "The Docker daemon does not answer at tcp://127.0.0.1:1");
    dropped.await();
  }

  @Test
  void severalMachinesKeepTheCacheOfOne() {
    BuildRequest two = REQUEST.withPlatforms(List.of("linux/amd64", "linux/arm64"));
    String nodes = "Driver: remote\n\nNodes:\nName: b0\nEndpoint: tcp://a:1\n";
    Preflight one = Preflight.read(INFO, "", answer(nodes));
    one.adapt(two, warnings);
    assertThat(warnings).isEmpty();
    Preflight both = Preflight.read(INFO, "", answer(nodes + "\nName: b1\nEndpoint: tcp://b:1\n"));
    both.adapt(REQUEST, warnings);
    both.adapt(two.withCache(Cache.AUTOMATIC.withMode(Cache.Mode.READ)), warnings);
    assertThat(warnings).isEmpty();
    both.adapt(two, warnings);
    assertThat(warnings).singleElement().asString().contains("the builder has 2");
    assertThat(one.tellsNoDigestFirst(two)).isEmpty();
    assertThat(both.tellsNoDigestFirst(REQUEST)).isEmpty();
    assertThat(both.tellsNoDigestFirst(two)).contains("a builder of several machines");
  }

  @Test
  void aDockerArchiveIsOfOnePlatform() {
    ImageFile tar = new ImageFile(ImageFile.Form.DOCKER_ARCHIVE, Path.of("x"));
    BuildRequest request =
        REQUEST.withDelivery(new Delivery(false, false, List.of(tar), false, false));
    Preflight preflight = Preflight.read(INFO, "", DOCKER);
    preflight.check(request);
    refused(
        preflight, request.withPlatforms(List.of("linux/amd64", "linux/arm64")), "docker archive");
  }

  @Test
  void timesAreRewrittenInAnArchiveOnly() {
    Delivery pushed = new Delivery(false, true, List.of(), false, true);
    Delivery archived = new Delivery(false, false, List.of(FILE), false, true);
    Preflight own = Preflight.read(INFO, "", DOCKER);
    assertThat(own.adapt(REQUEST.withDelivery(archived), warnings).delivery()).isEqualTo(archived);
    assertThat(warnings).isEmpty();
    assertThat(own.adapt(REQUEST.withDelivery(pushed), warnings).delivery().rewriteTimestamps())
        .isFalse();
    BuildRequest adapted = own.adapt(REQUEST.withDelivery(pushed), warnings);
    assertThat(Reproducible.obstacles(adapted))
        .hasSize(2)
        .anyMatch(text -> text.startsWith("the image's time is the clock's"))
        .anyMatch(text -> text.startsWith("files keep the times of this build"));
    Attestations both = new Attestations(Optional.of("true"), Optional.of("true"));
    BuildRequest attested =
        REQUEST
            .withDelivery(archived)
            .withSourceDateEpoch(OptionalLong.of(1))
            .withAttestations(both);
    assertThat(Reproducible.obstacles(attested))
        .hasSize(2)
        .allMatch(it -> it.contains("has the time"));
    assertThat(Reproducible.obstacles(attested.withAttestations(Attestations.NONE))).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    refused(Preflight.read("{\"ClientInfo\":{}}", "", DOCKER), REQUEST, "no buildx plugin");
    refused(
        Preflight.read("", "context \"x\" does not exist\n", DOCKER),
        REQUEST,
        "context \"x\" does not exist");
    refused(
        Preflight.read(INFO.replace("0.29.1+ds1", "v0.9.1"), "", DOCKER),
        REQUEST,
        "too old: v0.9.1");
    refused(
        Preflight.read(INFO, "", new Answer("", "ERROR: no builder \"x\" found\n", false)),
        REQUEST,
        "no builder 'x'");
    String down = INFO.replace("\"28.5.2+dfsg4\"", "\"\"");
    String error =
        "Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?";
    refused(
        Preflight.read(down, error, answer("Driver: \n")),
        REQUEST,
        "does not answer at unix:///x.sock");
    refused(
        Preflight.read(down, "permission denied while trying to connect", DOCKER),
        REQUEST,
        "may not talk");
    assertThatCode(
            () ->
                Preflight.read(down, error, answer("Driver: remote\n"))
                    .check(REQUEST.withDelivery(Delivery.of(false, true))))
        .doesNotThrowAnyException();
    refused(Preflight.read(down, error, answer("Driver: remote\n")), REQUEST, "does not answer");
  }

  @Test
  void aDaemonThatDoesNotKnowTheClientIsNoDaemonThatIsDown() {
    for (String why :
        List.of(
            "remote error: tls: certificate required",
            "tls: failed to verify certificate: x509: certificate signed by unknown authority",
            "net/http: Client sent an HTTP request to an HTTPS server.")) {
      String error = "error during connect: Get \"https://127.0.0.1:2376/v1.51/info\": " + why;
      refused(Preflight.read("", error, answer("")), REQUEST, "do not trust each other");
    }
  }

  @Test
  void noDockerCommandIsSaid() {
    Exec none =
        (command, listener) -> {
          throw new IOException("no such file");
        };
    assertThatThrownBy(() -> Preflight.of(none, Engine.USUAL, Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("There is no command 'docker'");
  }

  @Test
  void bothQuestionsAreAsked() throws Exception {
    Exec exec =
        (command, listener) ->
            new Exec.Outcome(0, command.arguments().contains("info") ? INFO : "Driver: remote\n");
    Engine engine = new Engine("docker", Optional.of("b"), Frontend.DECLARED, false, false);
    assertThat(Preflight.of(exec, engine, Map.of()).driver()).isEqualTo("remote");
  }

  private static void refused(Preflight preflight, BuildRequest request, String words) {
    assertThatThrownBy(() -> preflight.check(request))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(words);
  }

  private static Answer answer(String output) {
    return new Answer(output, "", false);
  }

  @Test
  void buildxIsAskedForItsBuildersOnlyWhereThereMayBeSome(@TempDir Path config) throws Exception {
    List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());
    Exec exec =
        (command, listener) -> {
          asked.add(command.arguments());
          return new Exec.Outcome(0, "");
        };
    Map<String, String> environment = Map.of("BUILDX_CONFIG", config.toString());
    assertThat(Preflight.of(exec, Engine.USUAL, environment).driver()).isEqualTo("docker");
    assertThat(asked).hasSize(1);

    Preflight.of(exec, Engine.USUAL, Map.of("BUILDX_CONFIG", config + "", "BUILDX_BUILDER", "x"));
    assertThat(asked).hasSize(3);

    Files.writeString(Files.createDirectory(config.resolve("instances")).resolve("big"), "{}");
    Preflight.of(exec, Engine.USUAL, environment);
    assertThat(asked).hasSize(5).contains(List.of("docker", "buildx", "inspect"));
  }
}
