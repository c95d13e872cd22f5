package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewBuilderTest {
  private static NewBuilder builder(String driver, NewBuilder.Node... nodes) {
    return new NewBuilder("big", driver, Optional.empty(), List.of(nodes));
  }

  private static NewBuilder.Node node(String endpoint, String platforms, String... option) {
    return new NewBuilder.Node(
        Optional.ofNullable(endpoint),
        List.of(platforms),
        option.length == 0 ? Map.of() : Map.of(option[0], option[1]));
  }

  @Test
  void aBuilderInAContainer() {
    NewBuilder builder =
        new NewBuilder(
            "big",
            "docker-container",
            Optional.of(Path.of("/etc/buildkitd.toml")),
            List.of(node(null, "", "env.NO_PROXY", "a,b")));
    assertThat(commands(builder))
        .containsExactly(
            "docker buildx create --name big --driver docker-container --node big0"
                + " --driver-opt \"env.NO_PROXY=a,b\" --config /etc/buildkitd.toml");
  }

  @Test
  void severalMachinesEachWithItsPlatforms() {
    assertThat(
            commands(
                builder(
                    "remote",
                    node("tcp://amd:1234", "linux/amd64", "cacert", "/ca.pem"),
                    node("tcp://arm:1234", "linux/arm64, linux/arm/v7"))))
        .containsExactly(
            "docker buildx create --name big --driver remote --node big0 --platform linux/amd64"
                + " --driver-opt cacert=/ca.pem -- tcp://amd:1234",
            "docker buildx create --name big --append --node big1"
                + " --platform linux/arm64,linux/arm/v7 -- tcp://arm:1234");
  }

  @Test
  void podsOfACluster() {
    assertThat(commands(builder("kubernetes", node(null, "", "replicas", "4"))))
        .containsExactly(
            "docker buildx create --name big --driver kubernetes --node big0"
                + " --driver-opt replicas=4");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> builder("docker"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<createBuilder><driver> is 'docker'");
    assertThatThrownBy(() -> builder("remote")).hasMessageContaining("no <endpoint>");
    assertThatThrownBy(
            () -> new NewBuilder("a b", "remote", Optional.empty(), List.of(node("tcp://x", ""))))
        .hasMessageContaining("<builder> is 'a b'");
  }

  @Test
  void oneThatIsThereIsLeftAsItIs(@TempDir Path config) throws Exception {
    List<List<String>> asked = new ArrayList<>();
    Exec exec =
        (command, listener) -> {
          asked.add(command.arguments());
          return new Exec.Outcome(0, "");
        };
    Map<String, String> environment = Map.of("BUILDX_CONFIG", config.toString());
    builder("docker-container").make(exec, "docker", environment);
    assertThat(asked).hasSize(1);
    Files.writeString(Files.createDirectory(config.resolve("instances")).resolve("big"), "{}");
    builder("docker-container").make(exec, "docker", environment);
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatWasBegunIsMadeToItsEnd(@TempDir Path config) throws Exception {
    List<String> asked = new ArrayList<>();
    Exec exec =
        (command, listener) -> {
          asked.add(String.join(" ", command.arguments()));
          return new Exec.Outcome(0, "");
        };
    Map<String, String> environment = Map.of("BUILDX_CONFIG", config.toString());
    Path file = Files.createDirectory(config.resolve("instances")).resolve("big");
    NewBuilder builder =
        new NewBuilder(
            "Big",
            "remote",
            Optional.empty(),
            List.of(node("tcp://amd:1234", ""), node("tcp://arm:1234", "")));
    String first = "{'Name':'big0','Endpoint':'tcp://amd:1234'}";
    Files.writeString(file, known("remote", first));
    builder.make(exec, "docker", environment);
    assertThat(asked)
        .containsExactly("docker buildx create --name Big --append --node big1 -- tcp://arm:1234");
    for (String made :
        List.of(
            known("remote", first + ",{'Name':'big1','Endpoint':'tcp://arm:1234'}"),
            known("remote", first.replace("amd", "other")),
            known("remote", first.replace("big0", "mine")),
            known("docker-container", first))) {
      Files.writeString(file, made);
      builder.make(exec, "docker", environment);
    }
    assertThat(asked).hasSize(1);
    assertThat(builder.unlike(environment))
        .hasValueSatisfying(line -> assertThat(line).contains("'Big'", "docker-container"));
    Files.writeString(file, known("remote", first));
    assertThat(builder.unlike(environment)).isEmpty();
    Files.delete(file);
    assertThat(builder.unlike(environment)).isEmpty();
  }

  private static String known(String driver, String nodes) {
    return ("{'Driver':'" + driver + "','Nodes':[" + nodes + "]}").replace('\'', '"');
  }

  @Test
  void whyItCannotBeMadeIsSaid() {
    Exec exec =
        (command, listener) -> {
          listener.line("ERROR: invalid driver option foo for docker-container driver");
          return new Exec.Outcome(1, "");
        };
    Exec none =
        (command, listener) -> {
          throw new IOException("no such file");
        };
    Exec down =
        (command, listener) -> {
          listener.line(
              "ERROR: failed to initialize builder big (big0): Cannot connect to the Docker daemon"
                  + " at unix:///nosuch.sock. Is the docker daemon running?");
          return new Exec.Outcome(1, "");
        };
    assertThatThrownBy(() -> builder("docker-container").make(down, "docker", Map.of()))
        .hasMessageContaining("The Docker daemon does not answer at unix:///nosuch.sock");
    assertThatThrownBy(() -> builder("docker-container").make(exec, "docker", Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "The builder 'big' cannot be made: invalid driver option foo for docker-container");
    assertThatThrownBy(() -> builder("docker-container").make(none, "docker", Map.of()))
        .hasMessageContaining("cannot be made: no such file");
  }

  private static List<String> commands(NewBuilder builder) {
    return builder.commands("docker").stream().map(words -> String.join(" ", words)).toList();
  }
}
