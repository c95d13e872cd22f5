package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildxArgumentsTest {
  private static final Path CONTEXT = Path.of("project");
  private static final Path DOCKERFILE = Path.of("project/Dockerfile");
  private static final BuildRequest LOCAL = request("app:1.0");
  private static final BuildRequest PUSHED =
      request("registry.example.com/team/app:1.0").withDelivery(Delivery.of(false, true));

  /** The answers are in arguments.txt; {@code -Dadr.update} writes them anew. */
  @Test
  void goldenArguments() {
    StringBuilder written = new StringBuilder();
    requests()
        .forEach(
            (title, request) -> {
              written.append("== ").append(title).append('\n');
              String all = String.join("\n", Buildx.arguments(request)).replace('\\', '/');
              written.append(all.replaceAll("\n(?!-)", " ")).append('\n');
            });
    Golden.same("arguments.txt", written.toString());
  }

  private static Map<String, BuildRequest> requests() {
    Map<String, BuildRequest> requests = new LinkedHashMap<>();
    requests.put("nothing but a name", LOCAL);
    requests.put("load", LOCAL.withDelivery(Delivery.of(true, false)));
    requests.put("push has a cache", PUSHED);
    requests.put("push and load", PUSHED.withDelivery(Delivery.of(true, true)));
    requests.put(
        "zstd layers and an archive",
        LOCAL.withDelivery(
            new Delivery(
                false,
                true,
                List.of(new ImageFile(ImageFile.Form.OCI_ARCHIVE, Path.of("out,1.tar"))),
                true,
                true)));
    requests.put(
        "all at once",
        PUSHED.withDelivery(
            new Delivery(
                true,
                true,
                List.of(
                    new ImageFile(ImageFile.Form.OCI_LAYOUT, Path.of("target/layout")),
                    new ImageFile(ImageFile.Form.DOCKER_ARCHIVE, Path.of("target/image.tar"))),
                false,
                false)));
    requests.put("tags", PUSHED.withTags(List.of("latest", "other.example.com/app:2", "1.0")));
    requests.put(
        "target and platforms are in the cache's name",
        PUSHED.withTarget("final").withPlatforms(List.of("linux/amd64, linux/arm64/v8")));
    requests.put(
        "a branch reads the main cache too",
        PUSHED.withCache(
            new Cache(
                Cache.Mode.AUTO,
                CacheStore.Registry.OWN,
                List.of("registry.example.com/base:buildcache"),
                Branches.of("feature/Ä b"),
                Optional.empty())));
    requests.put(
        "cache named",
        LOCAL.withCache(
            Cache.AUTOMATIC
                .withMode(Cache.Mode.REQUIRED)
                .withStore(registry("registry.example.com/cache:app"))));
    requests.put(
        "cache in a repository of its own",
        LOCAL.withCache(
            Cache.AUTOMATIC
                .withStore(registry("registry.example.com/cache/app"))
                .withBranches(Branches.of("dev"))));
    CiFacts proposed =
        CiFacts.of(
            Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REF", "refs/pull/7/merge",
                "GITHUB_HEAD_REF", "fix/a",
                "GITHUB_BASE_REF", "release/1.x"));
    Cache proposal = Cache.AUTOMATIC.withBranches(Branches.of(Optional.empty(), proposed));
    requests.put("a pull request reads only", PUSHED.withCache(proposal));
    requests.put(
        "a pull request that may write", PUSHED.withCache(proposal.withMode(Cache.Mode.WRITE)));
    Cache dev = Cache.AUTOMATIC.withBranches(Branches.of("dev"));
    requests.put(
        "cache in a directory",
        PUSHED.withCache(dev.withStore(new CacheStore.Local(Path.of("caches")))));
    requests.put(
        "cache in the image",
        PUSHED
            .withDelivery(Delivery.of(false, true))
            .withCache(dev.withStore(new CacheStore.Inline())));
    requests.put(
        "no cache in an image that stays here",
        LOCAL.withCache(dev.withStore(new CacheStore.Inline())));
    requests.put(
        "cache in a bucket",
        LOCAL.withCache(
            dev.withStore(
                new CacheStore.S3("b-1", "eu-1", Optional.empty(), Optional.empty(), false))));
    requests.put(
        "cache in a bucket elsewhere",
        LOCAL
            .withTarget("final")
            .withCache(
                Cache.AUTOMATIC.withStore(
                    new CacheStore.S3(
                        "cache", "x", Optional.of("a/"), Optional.of("http://minio:9000"), true))));
    requests.put(
        "cache at Azure",
        LOCAL.withCache(
            Cache.AUTOMATIC.withStore(new CacheStore.AzBlob("https://a.blob.core.windows.net"))));
    requests.put("cache at GitHub", PUSHED.withCache(dev.withStore(new CacheStore.GitHub())));
    requests.put("cache read only", PUSHED.withCache(Cache.AUTOMATIC.withMode(Cache.Mode.READ)));
    requests.put("cache off", PUSHED.withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF)));
    requests.put(
        "inputs",
        LOCAL.withInputs(
            new Inputs(
                Map.of("VERSION", "1 $HOME `x` \"q\""),
                Map.of("base", "docker-image://base:1"),
                List.of(
                    Secret.ofEnv("npm", "NPM_TOKEN"),
                    Secret.ofFile("settings", Path.of("a,b.xml"))),
                List.of("default"))));
    requests.put(
        "sandbox",
        LOCAL.withSandbox(
            new Sandbox(
                Optional.of("none"),
                Map.of("build.example.com", "10.1.2.3, ::2", "gate", "host-gateway"),
                OptionalLong.of(1 << 20),
                List.of("nofile=1024:2048"),
                List.of("network.host"))));
    Marks marks =
        new Marks(Map.of("b", "two words", "a", "1"), Map.of("title", "App", "index:only", "x"));
    requests.put(
        "marks of a manifest",
        PUSHED.withMarks(marks).withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF)));
    requests.put(
        "marks of an index",
        PUSHED
            .withMarks(marks)
            .withPlatforms(List.of("linux/amd64", "linux/arm64"))
            .withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF)));
    requests.put(
        "attestations",
        LOCAL.withAttestations(new Attestations(Optional.of("mode=max"), Optional.of("true"))));
    requests.put(
        "attestations off",
        LOCAL.withAttestations(new Attestations(Optional.of("false"), Optional.of(""))));
    requests.put(
        "engine",
        LOCAL.withEngine(
            new Engine(
                "/opt/docker",
                Optional.of("remote"),
                Frontend.of("mirror.example.com/dockerfile:1"),
                true,
                true,
                0,
                List.of("download"))));
    requests.put(
        "time and metadata",
        LOCAL
            .withSourceDateEpoch(OptionalLong.of(1700000000L))
            .withMetadataFile(Path.of("metadata.json")));
    requests.put("the engine's platform", LOCAL.withPlatforms(List.of()));
    return requests;
  }

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, hunter2",
    "GITHUB_TOKEN, abc",
    "githubToken, abc",
    "token_1, abc",
    "AWS_SECRET_ACCESS_KEY, abc",
    "api-key, abc",
    "APIKEY, abc",
    "NPM_AUTH, abc",
    "X, ghp_0123456789012345678901234567890123456789",
    "X, https://user:pass@host/",
    "X, -----BEGIN RSA PRIVATE KEY-----",
    "http_proxy, http://user:pass@proxy:3128",
  })
  void aSecretIsRefusedAndNotPrinted(String name, String value) {
    BuildRequest request = LOCAL.withInputs(inputs(name, value));
    assertThatThrownBy(() -> Buildx.arguments(request))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.what()).contains(name).contains("secret");
              assertThat(error.remedy()).contains("--secret");
              assertThat(error.getMessage()).doesNotContain(value);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "TOKENIZER_VERSION, 1",
    "TOKENIZERS_PARALLELISM, false",
    "AUTHOR, me",
    "PASSENGER_VERSION, 6",
    "SECRET_NAME, app",
    "TOKEN_URL, https://example.com/token",
    "PASSWORD_FILE, /run/secrets/x",
    "REQUIRE_AUTH, true",
    "SSH_PUBLIC_KEY, ssh-ed25519",
    "KEYBOARD, us",
    "KEY, value",
    "URL, https://example.com/a@b",
    "VERSION, 1.2.3",
  })
  void aHarmlessArgumentIsNot(String name, String value) {
    assertThat(Buildx.arguments(LOCAL.withInputs(inputs(name, value))))
        .contains(name + "=" + value);
  }

  @Test
  void aCommandIsShownWithoutSecrets() {
    Masked masked = new Masked(List.of("s3cr3t-value", "abc"));
    assertThat(
            masked.command(
                List.of(
                    "docker",
                    "--label",
                    "app.token=x1",
                    "--build-context",
                    "a=https://u:p@h/x",
                    "it's",
                    "s3cr3t-value",
                    "abc")))
        .isEqualTo("docker --label app.token=*** --build-context a=*** 'it'\\''s' *** abc");
    assertThat(masked.line("GET https://u:p@h/x")).isEqualTo("GET https://***@h/x");
    assertThat(masked.line("echo s3cr3t-value")).isEqualTo("echo ***");
  }

  @Test
  void aLongCacheNameIsCutButStaysItsOwn() {
    String one = tag("x".repeat(300) + "1");
    assertThat(one).hasSize(128).matches("[A-Za-z0-9_.-]+");
    assertThat(tag("x".repeat(300) + "2")).isNotEqualTo(one);
  }

  @Test
  void aRequiredCacheNeedsARegistry() {
    assertThatThrownBy(
            () ->
                Buildx.arguments(
                    LOCAL.withCache(Cache.AUTOMATIC.withMode(Cache.Mode.of("required")))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<cache><ref>");
  }

  @ParameterizedTest
  @CsvSource({
    "App",
    "a b",
    "''",
    "a//b",
    "-a",
    "a:b:c/d e",
    "reg.example.com/",
    "a@sha256:1",
    "a:-x"
  })
  void aWrongNameIsRefused(String name) {
    assertThatThrownBy(() -> ImageName.parse(name)).isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "debian, docker.io/library/debian:latest",
    "debian:12, docker.io/library/debian:12",
    "team/app, docker.io/team/app:latest",
    "localhost/app, localhost/app:latest",
    "localhost:5000/a/b__c:1, localhost:5000/a/b__c:1",
    "index.docker.io/debian, docker.io/library/debian:latest",
    "a@sha256:0123456789abcdef0123456789abcdef, docker.io/library/a",
    "[::1]:5000/a, [::1]:5000/a:latest",
  })
  void aNameIsWrittenOut(String name, String normalised) {
    assertThat(ImageName.parse(name).normalised()).isEqualTo(normalised);
    assertThat(ImageName.parse(name)).hasToString(name);
  }

  @Test
  void aSecretNeedsOneSource() {
    assertThatThrownBy(() -> new Secret("x", Optional.empty(), Optional.empty()))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> Secret.ofEnv("x", "NO_SUCH").check(Map.of()))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> Secret.ofFile("x", Path.of("no/such")).check(Map.of()))
        .isInstanceOf(UserError.class);
    List<Secret> twice = List.of(Secret.ofEnv("x", "A"), Secret.ofEnv("x", "B"));
    assertThatThrownBy(() -> new Inputs(Map.of(), Map.of(), twice, List.of()))
        .hasMessageContaining("two secrets have the id 'x'");
  }

  @Test
  void aSecretIsHiddenLineByLine(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("key"), "-- begin\nabcdefghij\nshort\n");
    assertThat(Secret.ofFile("x", file).lines(Map.of())).containsExactly("-- begin", "abcdefghij");
    assertThat(Secret.ofEnv("x", "V").lines(Map.of("V", "abc\n"))).containsExactly("abc");
    assertThat(Secret.ofEnv("x", "V").lines(Map.of())).isEmpty();
    assertThat(Secret.ofFile("x", Path.of("no/such")).lines(Map.of())).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anSshKeyMustBeThere() {
    assertThatThrownBy(() -> ssh("default").check(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("SSH_AUTH_SOCK is not set");
    ssh("default").check(Map.of("SSH_AUTH_SOCK", "/agent"));
    assertThatThrownBy(() -> ssh("git=/no/such").check(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("/no/such cannot be read");
  }

  private static Inputs ssh(String key) {
    return new Inputs(Map.of(), Map.of(), List.of(), List.of(key));
  }

  @Test
  void aDigestIsNoName() {
    assertThatThrownBy(() -> request("app@sha256:" + "0".repeat(64))).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> LOCAL.withTags(List.of("Wrong/Name"))).isInstanceOf(UserError.class);
  }

  @Test
  void aWrongPlatformIsRefused() {
    assertThatThrownBy(() -> LOCAL.withPlatforms(List.of("linux amd64")))
        .isInstanceOf(UserError.class);
  }

  private static String tag(String branch) {
    Cache cache = Cache.AUTOMATIC.withBranches(Branches.of(branch));
    String ref = cache.written(PUSHED.withCache(cache)).orElseThrow().name();
    return ref.substring(ref.lastIndexOf(':') + 1);
  }

  private static CacheStore registry(String ref) {
    return new CacheStore.Registry(Optional.of(ref));
  }

  private static Inputs inputs(String name, String value) {
    return new Inputs(Map.of(name, value), Map.of(), List.of(), List.of());
  }

  private static BuildRequest request(String name) {
    return BuildRequest.of(ImageName.parse(name), CONTEXT, DOCKERFILE);
  }

  @Test
  void aMistypedPlatformIsRefused() {
    assertThatThrownBy(() -> LOCAL.withPlatforms(List.of("linux/amd64", "linux/amd46")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no architecture 'amd46'");
    assertThat(LOCAL.withPlatforms(List.of("linux/arm/v7, linux/aarch64,", "local")).platforms())
        .containsExactly("linux/arm/v7", "linux/aarch64", "local");
  }

  @ParameterizedTest
  @CsvSource({
    "bridge, a.b, 10.0.0.1, nofile=1, network.host, <network> is 'bridge'",
    "none, a b, 10.0.0.1, nofile=1, network.host, <addHosts> has 'a b'",
    "none, a.b, 10.0.0, nofile=1, network.host, <addHosts><a.b> is '10.0.0'",
    "none, a.b, '', nofile=1, network.host, <addHosts><a.b> is ''",
    "none, a.b, 10.0.0.1, nofiles=1, network.host, <ulimits> has 'nofiles=1'",
    "none, a.b, 10.0.0.1, nofile=1, network, <allow> has 'network'",
  })
  void aSandboxThatCannotBeIsRefused(
      String network, String host, String address, String limit, String allowed, String words) {
    assertThatThrownBy(
            () ->
                new Sandbox(
                    Optional.of(network),
                    Map.of(host, address),
                    OptionalLong.empty(),
                    List.of(limit),
                    List.of(allowed)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(words);
  }

  @Test
  void aMistypedAttestationIsRefused() {
    assertThatThrownBy(() -> new Attestations(Optional.of("maybe"), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<provenance> is 'maybe'");
    Attestations said =
        new Attestations(Optional.of(" mode=max,version=v1"), Optional.of("generator=r/x:1"));
    assertThat(said.provenanceArgument()).isEqualTo("--provenance=mode=max,version=v1");
    assertThat(said.sbom()).contains("generator=r/x:1");
  }
}
