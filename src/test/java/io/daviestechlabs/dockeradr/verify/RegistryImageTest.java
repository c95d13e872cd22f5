package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.image.ImageMaker;
import io.daviestechlabs.dockeradr.image.ImageScan;
import io.daviestechlabs.dockeradr.image.LayerMaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry on this machine that has one image for two platforms. */
class RegistryImageTest {
  private final Map<String, byte[]> parts = new TreeMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    ImageMaker.layout("app:1", List.of(app().architecture("arm64").user("7"), app()))
        .forEach(
            (name, bytes) -> {
              if (name.startsWith("blobs/")) {
                String digest = name.substring(6).replace('/', ':');
                parts.put("/v2/team/app/manifests/" + digest, bytes);
                parts.put("/v2/team/app/blobs/" + digest, bytes);
                if (new String(bytes, StandardCharsets.UTF_8).contains("\"manifests\"")) {
                  parts.put("/v2/team/app/manifests/1", bytes);
                }
              }
            });
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = parts.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          try (exchange) {
            if (body != null) {
              exchange.getResponseBody().write(body);
            }
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsLayersOfAPlatform() throws Exception {
    assertThat(scan("app:1", List.of()).unpacked()).isEqualTo(1000);
    ImageSource source = source("app:1");
    NamedImage image = source.images().get(0);
    assertThat(image.offers())
        .extracting(o -> o.platform().toString())
        .containsExactly("linux/arm64", "linux/amd64");
    assertThat(source.read(image, image.offers().get(0)).config().user()).isEqualTo("7");
    String digest = image.offers().get(1).key();
    assertThat(scan("app@" + digest, List.of()).unpacked()).isEqualTo(1000);
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThatThrownBy(() -> scan("app:2", List.of()))
        .hasMessageStartingWith("Registry " + host() + " has no image ");
  }

  @Test
  void aHostThatNobodyKnowsIsNoDamagedImage() {
    ImageName name = ImageName.parse("registry.invalid/app:1");
    assertThatThrownBy(() -> source(name).images())
        .hasMessageStartingWith(
            "Registry registry.invalid does not tell about " + name + ": it cannot be reached");
  }

  @Test
  void aLayerThatIsCutOrChangedIsAnError() {
    String layer =
        parts.keySet().stream()
            .filter(k -> parts.get(k)[0] == 0x1f && k.contains("blobs"))
            .findFirst()
            .orElseThrow();
    byte[] whole = parts.get(layer);
    parts.put(layer, Arrays.copyOf(whole, whole.length - 5));
    assertThatThrownBy(() -> scan("app:1", List.of())).hasMessageContaining("cannot be read: ");
    byte[] other = whole.clone();
    other[whole.length - 1] ^= 1;
    parts.put(layer, other);
    assertThatThrownBy(() -> scan("app:1", List.of())).hasMessageContaining("cannot be read: ");
    parts.remove(layer);
    assertThatThrownBy(() -> scan("app:1", List.of()))
        .hasMessageContaining("the registry answers with status 404");
  }

  @Test
  void aChangedConfigurationIsAnError() {
    String config =
        parts.keySet().stream()
            .filter(
                k ->
                    k.contains("blobs")
                        && new String(parts.get(k), StandardCharsets.UTF_8)
                            .contains("\"User\":\"1000\""))
            .findFirst()
            .orElseThrow();
    parts.put(config, new byte[] {'{', '}'});
    assertThatThrownBy(() -> scan("app:1", List.of()))
        .hasMessageContaining("what it sends is not what was asked for");
  }

  @Test
  void aBodyThatStopsToArriveIsAnError() throws Exception {
    try (PipedOutputStream silent = new PipedOutputStream();
        InputStream in = new PatientStream(new Silent(silent), TimeUnit.MILLISECONDS.toNanos(50))) {
      assertThatThrownBy(in::read).hasMessage("the registry has sent nothing for a minute");
    }
  }

  /** Blocks until it is closed, as the client's bodies do. */
  private static final class Silent extends PipedInputStream {
    private boolean closed;

    Silent(PipedOutputStream out) throws IOException {
      super(out);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
      while (!closed) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return -1;
    }

    @Override
    public synchronized void close() throws IOException {
      closed = true;
      notifyAll();
    }
  }

  private static ImageMaker app() {
    return new ImageMaker().user("1000").layer("COPY", new LayerMaker().file("a", 1000));
  }

  private String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private ImageSource source(String name) {
    return source(ImageName.parse(host() + "/team/" + name));
  }

  private static ImageSource source(ImageName name) {
    Exec exec =
        (command, listener) -> {
          throw new IOException("nothing is to be started");
        };
    return new Registry(Logins.read(exec, Map.of("HOME", "/nowhere")), new PlainHosts(List.of()))
        .source(name);
  }

  private Contents scan(String name, List<String> platforms) throws Exception {
    ImageSource source = source(name);
    ImageChoice choice = new ImageChoice(Optional.empty(), platforms);
    NamedImage image = choice.image(source.images(), "the registry");
    return ImageScan.of(source.read(image, choice.offers(image).get(0)));
  }
}
