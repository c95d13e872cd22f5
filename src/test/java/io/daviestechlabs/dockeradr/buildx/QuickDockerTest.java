package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickDockerTest {
  private static final String BY_COMMAND = "by the command";
  private static final String SILENCE = "";

  @TempDir Path directory;

  private final List<List<String>> started = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> environment = new HashMap<>();
  private ServerSocketChannel server;
  private Path socket;
  private String docker;
  private Path plugin;
  private final Thread test = Thread.currentThread();
  private volatile String answer = "none";

  @BeforeEach
  void machine() throws IOException {
    docker = program("bin/docker", "\u007fELF").toString();
    plugin = program("config/cli-plugins/docker-buildx", "\u007fELF");
    socket = Files.createTempDirectory(Path.of("/tmp"), "adr").resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread engine = new Thread(this::serve, "engine");
    engine.setDaemon(true);
    engine.start();
    environment.put("DOCKER_HOST", "unix://" + socket);
    environment.put("DOCKER_CONFIG", directory.resolve("config").toString());
  }

  @AfterEach
  void end() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    Files.delete(socket.getParent());
  }

  @Test
  void buildxIsStartedItself() throws Exception {
    run(docker, "buildx", "build", "--", ".");
    assertThat(started).containsExactly(List.of(plugin.toString(), "build", "--", "."));
    assertThat(asked).isEmpty();
  }

  @Test
  void theFirstPluginInTheCommandsOwnOrderCounts() throws Exception {
    Path other = program("more/docker-buildx", "");
    Files.writeString(
        directory.resolve("config/config.json"),
        "{\"cliPluginsExtraDirs\": [\"/nowhere\", \"" + other.getParent() + "\"]}");
    run(docker, "buildx", "version");
    assertThat(started).containsExactly(List.of(other.toString(), "version"));
  }

  @Test
  void aPluginThatMayNotBeStartedIsLeftToTheCommand() throws Exception {
    plugin.toFile().setExecutable(false);
    run(docker, "buildx", "version");
    assertThat(started).containsExactly(List.of(docker, "buildx", "version"));
  }

  @Test
  void aPluginThatIsAScriptIsLeftToTheCommand() throws Exception {
    Files.writeString(plugin, "#!/bin/sh\n");
    answer = ok("{}");
    run(docker, "buildx", "build");
    assertThat(started).containsExactly(List.of(docker, "buildx", "build"));
    assertThat(run(QuickDocker.info(docker)).output()).isEqualTo(BY_COMMAND);
  }

  @Test
  void aScriptChoosesForItself() throws Exception {
    String script = program("script/docker", "#!/bin/sh\n").toString();
    String link = directory.resolve("link/docker").toString();
    Files.createDirectory(directory.resolve("link"));
    Files.createSymbolicLink(Path.of(link), program("bin/podman", "\u007fELF"));
    answer = ok("{}");
    for (String command : List.of(script, link, directory.resolve("none/docker").toString())) {
      started.clear();
      run(command, "buildx", "build");
      run(QuickDocker.inspect(command, "a"));
      assertThat(started)
          .containsExactly(List.of(command, "buildx", "build"), QuickDocker.inspect(command, "a"));
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void theEngineTellsOfAnImage() throws Exception {
    answer = ok("{\"Id\":\"sha256:é\"}");
    assertThat(run(QuickDocker.inspect(docker, "r.example.com:5000/a/b:1@sha256:0")).output())
        .isEqualTo("[{\"Id\":\"sha256:é\"}]");
    answer = ok("[{\"Size\":1,\"CreatedBy\":\"x\"},{\"Size\":2}]");
    assertThat(run(QuickDocker.history(docker, "a")).output())
        .isEqualTo("{\"Size\":1,\"CreatedBy\":\"x\"}\n{\"Size\":2}\n");
    assertThat(asked)
        .containsExactly(
            "GET /images/r.example.com:5000/a/b:1@sha256:0/json HTTP/1.0",
            "GET /images/a/history HTTP/1.0");
    assertThat(started).isEmpty();
  }

  @Test
  void theEngineTellsOfItselfAndThePluginWhereItMatters() throws Exception {
    answer = ok("{\"ServerVersion\":\"28.5\",\"DriverStatus\":[]}");
    Engine engine = new Engine(docker, Optional.empty(), Frontend.DECLARED, false, false);
    Preflight preflight = Preflight.of(quick(), engine, environment);
    assertThat(preflight.server()).contains("28.5");
    assertThat(preflight.isComplete()).isTrue();
    assertThat(started).isEmpty();
    assertThat(preflight.withVersion(quick(), engine, environment).buildx()).contains("v0.29.1");
    assertThat(started).containsExactly(List.of(plugin.toString(), "version"));
  }

  @Test
  void whatTheEngineDoesNotTellTheCommandHasWordsFor() throws Exception {
    List<String> answers =
        List.of(
            "nonsense",
            "HTTP/1.0 404 Not Found\r\n\r\n{}",
            "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    for (String each : answers) {
      answer = each;
      assertThat(run(QuickDocker.inspect(docker, "a")).output()).as(each).isEqualTo(BY_COMMAND);
      assertThat(run(QuickDocker.info(docker)).output()).as(each).isEqualTo(BY_COMMAND);
    }
    answer = ok("{}");
    assertThat(run(QuickDocker.inspect(docker, "a b")).output()).isEqualTo(BY_COMMAND);
    assertThat(run(docker, "image", "save", "a").output()).isEqualTo(BY_COMMAND);
  }

  @Test
  void anEngineElsewhereIsTheCommandsBusiness() throws Exception {
    for (String host : List.of("tcp://127.0.0.1:1", "ssh://a", "unix://" + socket + "x")) {
      environment.put("DOCKER_HOST", host);
      assertThat(run(QuickDocker.inspect(docker, "a")).output()).isEqualTo(BY_COMMAND);
    }
    environment.remove("DOCKER_HOST");
    environment.put("DOCKER_CONTEXT", "farm");
    assertThat(run(QuickDocker.inspect(docker, "a")).output()).isEqualTo(BY_COMMAND);
    assertThat(asked).isEmpty();
  }

  /** The name of the directory is what {@code docker context create farm} makes. */
  @Test
  void aContextTellsWhereItsEngineIs() throws Exception {
    environment.remove("DOCKER_HOST");
    environment.put("DOCKER_CONTEXT", "farm");
    Path meta =
        directory.resolve(
            "config/contexts/meta/c8cf701f30ad11d3ee877dced0d774ab2da9159894296887b8439a63c9aa0655/meta.json");
    Files.createDirectories(meta.getParent());
    answer = ok("{}");
    Files.writeString(meta, context("unix://" + socket));
    assertThat(run(QuickDocker.inspect(docker, "a")).output()).isEqualTo("[{}]");
    assertThat(asked).hasSize(1);
    for (String other : List.of("tcp://127.0.0.1:1", "ssh://a", "")) {
      Files.writeString(meta, context(other));
      assertThat(run(QuickDocker.inspect(docker, "a")).output()).isEqualTo(BY_COMMAND);
    }
    assertThat(asked).hasSize(1);
  }

  private static String context(String host) {
    return "{\"Name\":\"farm\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\""
        + host
        + "\",\"SkipTLSVerify\":false}}}";
  }

  @Test
  void aQuestionIsDroppedWhenNobodyWaitsForItsAnswer() {
    answer = SILENCE;
    assertThatThrownBy(() -> run(QuickDocker.inspect(docker, "a")))
        .isInstanceOf(InterruptedException.class);
    assertThat(asked).hasSize(1);
    assertThat(started).isEmpty();
  }

  private QuickDocker quick() {
    return new QuickDocker(
        (command, listener) -> {
          started.add(command.arguments());
          String version = "github.com/docker/buildx v0.29.1 a32761a\n";
          return new Exec.Outcome(
              0, command.arguments().get(1).equals("version") ? version : BY_COMMAND);
        });
  }

  private Exec.Outcome run(String... command) throws IOException, InterruptedException {
    return run(List.of(command));
  }

  private Exec.Outcome run(List<String> command) throws IOException, InterruptedException {
    return quick().run(Exec.Command.of(command, environment), Exec.Listener.DEAF);
  }

  private Path program(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static String ok(String body) {
    return "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel channel = server.accept()) {
        ByteBuffer question = ByteBuffer.allocate(1 << 12);
        channel.read(question);
        asked.add(
            new String(question.array(), 0, question.position(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse(""));
        if (answer.equals(SILENCE)) {
          test.interrupt();
          // Whoever hangs up has been heard.
          channel.read(question);
        }
        channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        // The test has ended, or nobody listens any more.
      }
    }
  }
}
