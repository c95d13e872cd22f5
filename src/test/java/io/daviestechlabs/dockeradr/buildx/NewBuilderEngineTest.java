package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes builders with a real buildx. They cannot be started here: BuildKit's image is not to be
 * had.
 */
@Tag("engine")
class NewBuilderEngineTest {
  @TempDir Path config;

  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final Exec exec = new Processes();

  @BeforeEach
  void hide() {
    environment.put("BUILDX_CONFIG", config.toString());
  }

  @Test
  void oneBuilderIsMadeByAllWhoWantItAtOnce() throws Exception {
    NewBuilder.Node amd =
        new NewBuilder.Node(
            Optional.of("tcp://127.0.0.1:8"),
            List.of("linux/amd64"),
            Map.of("cacert", "/ca.pem", "cert", "/cert.pem", "key", "/key.pem"));
    NewBuilder.Node arm =
        new NewBuilder.Node(Optional.of("tcp://127.0.0.1:9"), List.of("linux/arm64"), Map.of());
    NewBuilder builder = new NewBuilder("Both", "remote", Optional.empty(), List.of(amd, arm));
    Callable<Void> make =
        () -> {
          builder.make(exec, "docker", environment);
          return null;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (Future<Void> made : threads.invokeAll(List.of(make, make, make, make))) {
      made.get();
    }
    threads.shutdown();
    make.call();

    assertThat(inspect("both"))
        .containsPattern("Driver: +remote")
        .contains("cacert=\"/ca.pem\"", "cert=\"/cert.pem\"", "key=\"/key.pem\"")
        .containsPattern("Name: +both0")
        .containsPattern("Name: +both1")
        .contains("linux/arm64");
  }

  @Test
  void oneInAContainerOfTheEngine() throws Exception {
    NewBuilder.Node node =
        new NewBuilder.Node(Optional.empty(), List.of(), Map.of("env.NO_PROXY", "a,b"));
    new NewBuilder("here", "docker-container", Optional.empty(), List.of(node))
        .make(exec, "docker", environment);
    assertThat(inspect("here"))
        .containsPattern("Driver: +docker-container")
        .containsPattern("env.NO_PROXY=\"a,b\"");
  }

  @Test
  void whatTheDriverDoesNotTakeIsSaid() {
    NewBuilder.Node odd =
        new NewBuilder.Node(Optional.empty(), List.of(), Map.of("no-such-option", "1"));
    NewBuilder builder = new NewBuilder("odd", "docker-container", Optional.empty(), List.of(odd));
    assertThatThrownBy(() -> builder.make(exec, "docker", environment))
        .hasMessageContaining("invalid driver option no-such-option");
  }

  private String inspect(String name) throws Exception {
    List<String> command = List.of("docker", "buildx", "inspect", name);
    return exec.run(Exec.Command.of(command, environment), Exec.Listener.DEAF).output();
  }
}
