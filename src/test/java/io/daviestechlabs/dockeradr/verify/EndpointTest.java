package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.Exec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTest {
  /** The SHA-256 of "far", by which the docker command files the context of that name. */
  private static final String FAR =
      "512eea46ceb3921dff4363c7069d89d4964d1d9fccaa0f411851a7aa60a5c868";

  private static final String SOCKET = "unix:///var/run/docker.sock";

  @TempDir Path config;

  private int asked;

  @Test
  void theFilesOfTheDockerCommandTellWithoutIt() throws Exception {
    assertThat(find(Map.of())).isEqualTo(new Endpoint(SOCKET, Optional.empty()));
    Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"far\"}");
    context("{\"Name\":\"far\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://h:2376\"}}}");
    assertThat(find(Map.of())).isEqualTo(new Endpoint("tcp://h:2376", Optional.empty()));
    Path tls = Files.createDirectories(config.resolve("contexts/tls/" + FAR + "/docker"));
    Endpoint secured = new Endpoint("tcp://h:2376", Optional.of(tls.toString()));
    assertThat(find(Map.of())).isEqualTo(secured);
    assertThat(find(Map.of("DOCKER_CONTEXT", "default")).host()).isEqualTo(SOCKET);
    Files.delete(config.resolve("config.json"));
    assertThat(find(Map.of("DOCKER_CONTEXT", "far"))).isEqualTo(secured);
    assertThat(find(Map.of("DOCKER_CONTEXT", "far", "DOCKER_HOST", "tcp://other")).host())
        .isEqualTo("tcp://other");
    assertThat(asked).isZero();
  }

  @Test
  void whereTheyDoNotTellItIsAsked() throws Exception {
    assertThat(find(Map.of("DOCKER_CONTEXT", "far")).host()).isEqualTo("tcp://asked");
    context("{");
    assertThat(find(Map.of("DOCKER_CONTEXT", "far")).host()).isEqualTo("tcp://asked");
    assertThat(find(Map.of("DOCKER_TLS_VERIFY", "1")).host()).isEqualTo("tcp://asked");
    assertThat(asked).isEqualTo(3);
  }

  private void context(String json) throws IOException {
    Path directory = Files.createDirectories(config.resolve("contexts/meta/" + FAR));
    Files.writeString(directory.resolve("meta.json"), json);
  }

  private Endpoint find(Map<String, String> more) throws InterruptedException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("DOCKER_CONFIG", config.toString());
    return Endpoint.find(
        (command, listener) -> {
          asked++;
          return new Exec.Outcome(0, "[{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://asked\"}}}]");
        },
        "docker",
        environment);
  }
}
