package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry on this machine, with the manners of real ones. */
class RegistryTest {
  private static final String CONFIG =
      "{\"rootfs\":{\"diff_ids\":[]},\"os\":\"linux\",\"architecture\":\"amd64\",\"created\":\"2026-01-01T00:00:00Z\",\"config\":{"
          + "\"User\":\"1000\",\"Labels\":{\"a\":\"b\"},\"Env\":[\"PATH=/bin\",\"TOKEN=x\"],"
          + "\"ExposedPorts\":{\"8080/tcp\":{}},\"Healthcheck\":{\"Test\":[\"CMD\",\"/ok\"]}}}";
  private static final String MANIFEST =
      "{\"config\":{\"digest\":\""
          + sha256(CONFIG)
          + "\"},\"layers\":["
          + "{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",\"digest\":\"sha256:1"
          + "1".repeat(63)
          + "\",\"size\":10},"
          + "{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+zstd\",\"digest\":\"sha256:2"
          + "2".repeat(63)
          + "\",\"size\":5}]}";
  private static final String INDEX =
      "{\"manifests\":[{\"digest\":\"sha256:9\",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"}},"
          + "{\"digest\":\""
          + sha256(MANIFEST)
          + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\"}}]}";

  @TempDir Path config;

  private final Map<String, String> pages = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private HttpServer elsewhere;
  private String wanted = "";
  private String challenge = "";

  @BeforeEach
  void start() throws IOException {
    server = server();
    elsewhere = server();
    pages.put("/v2/app/manifests/1", MANIFEST);
    pages.put("/v2/app/manifests/" + sha256(MANIFEST), MANIFEST);
    pages.put("/v2/app/manifests/index", INDEX);
    pages.put("/v2/app/blobs/" + sha256(CONFIG), CONFIG);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    elsewhere.stop(0);
  }

  @Test
  void readsAnImage() throws Exception {
    ImageFacts facts = registry().find(name("app:1"), "linux/amd64").orElseThrow();
    assertThat(facts.digest()).contains(sha256(MANIFEST));
    assertThat(facts.id()).isEqualTo(sha256(CONFIG));
    assertThat(facts.platform()).isEqualTo("linux/amd64");
    assertThat(facts.user()).isEqualTo("1000");
    assertThat(facts.labels()).containsExactly(Map.entry("a", "b"));
    assertThat(facts.environment()).containsExactly("PATH", "TOKEN");
    assertThat(facts.ports()).containsExactly("8080/tcp");
    assertThat(facts.hasHealthCheck()).isTrue();
    assertThat(facts.layers())
        .extracting(ImageFacts.Layer::compression)
        .containsExactly("gzip", "zstd");
    assertThat(facts.size()).isEqualTo(15);
    assertThat(facts.created()).contains("2026-01-01T00:00:00Z");
  }

  @Test
  void readsTheImageOfAnIndexThatIsNoAttestation() throws Exception {
    ImageFacts facts = registry().find(name("app:index"), "linux/amd64").orElseThrow();
    assertThat(facts.digest()).contains(sha256(INDEX));
    assertThat(facts.id()).isEqualTo(sha256(CONFIG));
  }

  @Test
  void readsACache() throws Exception {
    CacheManifest cache = registry().cache(name("app:1")).orElseThrow();
    assertThat(cache.compressions())
        .containsExactlyInAnyOrderEntriesOf(Map.of("gzip", 1, "zstd", 1));
    assertThat(cache.summary()).isEqualTo("2 layers, 1 gzip, 1 zstd, 15 B");
    assertThat(new CacheManifest("", List.of()).summary()).isEqualTo("no layers");
    assertThat(new CacheManifest("", cache.layers().subList(0, 1)).summary())
        .isEqualTo("1 layer, gzip, 10 B");
  }

  @Test
  void whatIsNotThereIsEmpty() throws Exception {
    assertThat(registry().find(name("app:2"), "linux/amd64")).isEmpty();
    assertThat(registry().cache(name("app:2"))).isEmpty();
    assertThat(registry().digest(name("app:2"))).isEmpty();
    assertThat(registry().digest(name("app:1"))).contains(sha256(MANIFEST));
  }

  @Test
  void aTokenIsFetchedWithTheLoginAndUsedAgain() throws Exception {
    wanted = "Bearer t0ken";
    challenge =
        "Bearer realm=\"http://"
            + host(server)
            + "/token\",service=\"s\",scope=\"repository:app:pull\"";
    pages.put("/token", "{\"token\":\"t0ken\"}");
    login("ann", "pw");
    assertThat(registry().find(name("app:1"), "linux/amd64")).isPresent();
    assertThat(asked.stream().filter(line -> line.contains("/token")))
        .containsExactly(
            "GET /token?scope=repository%3Aapp%3Apull&service=s " + basic("ann", "pw"));
  }

  @Test
  void basicLoginIsSentOnlyWhenAskedFor() throws Exception {
    wanted = basic("ann", "p:w");
    challenge = "Basic realm=\"r\"";
    login("ann", "p:w");
    assertThat(registry().find(name("app:1"), "linux/amd64")).isPresent();
    assertThat(asked.get(0)).isEqualTo("GET /v2/app/manifests/1 -");
    asked.clear();
    wanted = "";
    assertThat(registry().find(name("app:1"), "linux/amd64")).isPresent();
    assertThat(asked).allMatch(line -> line.endsWith(" -"));
  }

  @Test
  void aHelperIsAskedForTheLogin() throws Exception {
    wanted = basic("ann", "pw");
    challenge = "Basic realm=\"r\"";
    Files.writeString(
        config.resolve("config.json"),
        "{\"credHelpers\":{\"" + host(server) + "\":\"x\"},\"credsStore\":\"../evil\"}");
    Exec helper =
        (command, listener) -> {
          assertThat(command.arguments()).containsExactly("docker-credential-x", "get");
          assertThat(command.input()).isEqualTo(host(server));
          return new Exec.Outcome(0, "{\"Username\":\"ann\",\"Secret\":\"pw\"}");
        };
    assertThat(registry(helper).find(name("app:1"), "linux/amd64")).isPresent();
  }

  @Test
  void withoutALoginItIsSaidHowToGetOne() {
    wanted = "Bearer x";
    challenge = "Bearer realm=\"ftp://x\"";
    assertThatThrownBy(() -> registry().find(name("app:1"), "linux/amd64"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("status 401")
        .hasMessageContaining("docker login " + host(server));
  }

  @Test
  void aLoginDoesNotFollowARedirectElsewhere() throws Exception {
    wanted = basic("ann", "pw");
    challenge = "Basic realm=\"r\"";
    login("ann", "pw");
    pages.put("/v2/app/blobs/" + sha256(CONFIG), "-> http://" + host(elsewhere) + "/store");
    pages.put("/store", CONFIG);
    assertThat(registry().find(name("app:1"), "linux/amd64")).isPresent();
    assertThat(asked).contains("GET /store -");
  }

  @Test
  void whatIsTooMuchOrSomethingElseIsRefused() {
    pages.put("/v2/app/manifests/big", "x".repeat(5 << 20));
    pages.put("/v2/app/manifests/text", "no json");
    pages.put("/v2/app/manifests/other", "{}");
    pages.put("/v2/app/manifests/loop", "-> /v2/app/manifests/loop");
    pages.put("/v2/app/manifests/sha256:" + "0".repeat(64), MANIFEST);
    pages.put("/v2/app/manifests/away", "-> file:///etc/passwd");
    for (String tag :
        List.of(
            "app:big",
            "app:text",
            "app:other",
            "app:loop",
            "app@sha256:" + "0".repeat(64),
            "app:away")) {
      assertThatThrownBy(() -> registry().find(name(tag), "linux/amd64"))
          .as(tag)
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void aClosedPortIsSaid() {
    String closed = host(elsewhere);
    elsewhere.stop(0);
    assertThatThrownBy(() -> registry().find(ImageName.parse(closed + "/app:1"), "linux/amd64"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(closed);
  }

  private Registry registry() {
    return registry((command, listener) -> new Exec.Outcome(1, ""));
  }

  private Registry registry(Exec exec) {
    return new Registry(
        Logins.read(exec, Map.of("DOCKER_CONFIG", config.toString())), new PlainHosts(List.of()));
  }

  private void login(String user, String password) throws IOException {
    String pair =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        config.resolve("config.json"),
        "{\"auths\":{\"" + host(server) + "\":{\"auth\":\"" + pair + "\"}}}");
  }

  private ImageName name(String rest) {
    return ImageName.parse(host(server) + "/" + rest);
  }

  private HttpServer server() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.createContext("/", this::answer);
    made.start();
    return made;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      asked.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + (authorization == null ? "-" : authorization));
      String path = exchange.getRequestURI().getPath();
      String page = pages.get(path);
      if (path.startsWith("/v2/") && !wanted.isEmpty() && !wanted.equals(authorization)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
        exchange.sendResponseHeaders(401, -1);
      } else if (page == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (page.startsWith("-> ")) {
        exchange.getResponseHeaders().add("Location", page.substring(3));
        exchange.sendResponseHeaders(307, -1);
      } else {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Docker-Content-Digest", sha256(page));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
        if (!head) {
          exchange.getResponseBody().write(bytes);
        }
      }
    }
  }

  private static String host(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static String basic(String user, String password) {
    return new Login(user, password).header();
  }

  private static String sha256(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(sum);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
