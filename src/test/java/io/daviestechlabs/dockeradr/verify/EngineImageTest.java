package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineImageTest {
  private static final String ANSWER =
      """
      [{
        "Id": "sha256:02b4",
        "RepoDigests": ["127.0.0.1:5000/shop/pay@sha256:77aa"],
        "Created": "2026-11-24T22:24:40.57740847Z",
        "Architecture": "amd64",
        "Os": "linux",
        "Size": 420753820,
        "RootFS": {"Type": "layers", "Layers": ["sha256:3724", "sha256:584d"]},
        "Config": {
          "Env": ["PATH=/bin", "TOKEN=of-nobody"],
          "ExposedPorts": {"9090/tcp": {}, "8080/tcp": {}},
          "Healthcheck": {"Test": ["CMD-SHELL", "true"]},
          "Labels": {"org.opencontainers.image.title": "pay"},
          "User": "1000:1000"
        }
      }]
      """;

  @Test
  void readsWhatTheEngineTells() {
    ImageFacts image = EngineImage.read("shop/pay", ANSWER);

    assertThat(image.digest()).contains("sha256:77aa");
    assertThat(image.id()).isEqualTo("sha256:02b4");
    assertThat(image.platform()).isEqualTo("linux/amd64");
    assertThat(image.user()).isEqualTo("1000:1000");
    assertThat(image.labels()).isEqualTo(Map.of("org.opencontainers.image.title", "pay"));
    assertThat(image.healthCheck()).containsExactly("CMD-SHELL", "true");
    assertThat(image.environment()).containsExactly("PATH", "TOKEN");
    assertThat(image.ports()).containsExactly("8080/tcp", "9090/tcp");
    assertThat(image.layers()).hasSize(2);
    assertThat(image.size()).isEqualTo(420_753_820);
  }

  @Test
  void theHistoryTellsTheSizesOfLayers() {
    ImageFacts image = EngineImage.read("shop/pay", ANSWER);
    String base = "{\"CreatedBy\":\"/bin/sh -c #(nop) ADD file:1 in / \",\"Size\":\"70000000\"}\n";
    String user = "{\"CreatedBy\":\"USER 1000\",\"Size\":\"0\"}\n";
    String run = "{\"CreatedBy\":\"RUN /bin/sh -c make # buildkit\",\"Size\":\"350000000\"}\n";

    assertThat(EngineImage.withSizes(image, user + run + base).layers())
        .containsExactly(
            new ImageFacts.Layer("", "", 70_000_000, "ADD file:1 in /", "sha256:3724"),
            new ImageFacts.Layer("", "", 350_000_000, "RUN make", "sha256:584d"));
    assertThat(EngineImage.withSizes(image, run).layers())
        .containsExactly(new ImageFacts.Layer("", "", 350_000_000, "RUN make", ""));
    assertThat(EngineImage.withSizes(image, "no JSON")).isEqualTo(image);
    assertThat(EngineImage.withSizes(image, "")).isEqualTo(image);
  }

  @Test
  void anImageThatSaysLittleHasNoHealthCheckAndNoDigest() {
    ImageFacts image = EngineImage.read("shop/pay", "[{\"Id\":\"sha256:1\",\"Config\":null}]");

    assertThat(image.digest()).isEmpty();
    assertThat(image.hasHealthCheck()).isFalse();
    assertThat(image.created()).isEmpty();
  }

  @Test
  void theDigestIsThatOfTheImagesOwnRepository() throws InterruptedException {
    String names = "\"shop/pay@sha256:1\", \"shop/payment@sha256:2\", \"shop/pay@sha256:3\"";
    Exec exec = answer(0, "[{\"RepoDigests\": [" + names + "]}]", "");

    assertThat(digest(exec, "shop/pay:1")).contains("sha256:1");
    assertThat(digest(exec, "shop/payment:1")).contains("sha256:2");
    assertThat(digest(exec, "shop:1")).isEmpty();
    assertThat(digest(answer(1, "[]", "No such image"), "shop/pay:1")).isEmpty();
  }

  @Test
  void anImageThatIsNotThereIsNoError() throws InterruptedException {
    Exec exec = answer(1, "[]", "Error response from daemon: No such image: shop/pay");

    assertThat(EngineImage.find(exec, "docker", Map.of(), "shop/pay")).isEqualTo(Optional.empty());
  }

  @Test
  void anEngineThatDoesNotAnswerIsOne() {
    Exec exec = answer(1, "[]", "Cannot connect to the Docker daemon");

    assertThatThrownBy(() -> EngineImage.find(exec, "docker", Map.of(), "shop/pay"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot connect to the Docker daemon");
  }

  @Test
  void aCommandThatIsNotThereIsOne() {
    Exec exec =
        (command, listener) -> {
          throw new IOException("no such file");
        };

    assertThatThrownBy(() -> EngineImage.find(exec, "docker", Map.of(), "shop/pay"))
        .isInstanceOf(UserError.class);
  }

  private static Optional<String> digest(Exec exec, String name) throws InterruptedException {
    return EngineImage.digest(exec, "docker", Map.of(), ImageName.parse(name));
  }

  private static Exec answer(int code, String output, String error) {
    return (command, listener) -> {
      listener.line(error);
      return new Exec.Outcome(code, output);
    };
  }
}
