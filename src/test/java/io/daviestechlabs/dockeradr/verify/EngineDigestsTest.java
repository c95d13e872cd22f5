package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.Exec;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineDigestsTest {
  private Path directory;
  private Path socket;
  private ServerSocketChannel server;
  private volatile String asked = "";

  @BeforeEach
  void listen() throws IOException {
    // The path of a socket has room for a hundred characters.
    directory = Files.createTempDirectory("adr");
    socket = directory.resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  @AfterEach
  void remove() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    Files.delete(directory);
  }

  @Test
  void anImageHasTheDigestsThatItsStoreKnows() throws Exception {
    answer(
        "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"
            + "{\"Id\":\"sha256:1\",\"RepoDigests\":[\"a@sha256:2\",\"r:5/b@sha256:3\"]}");
    assertThat(digests("r:5/b:1")).containsExactlyInAnyOrder("sha256:1", "sha256:2", "sha256:3");
    assertThat(asked).startsWith("GET /images/r:5/b:1/json HTTP/1.0\r\n");
    answer("HTTP/1.0 200 OK\r\n\r\n{\"Id\":\"sha256:1\",\"RepoDigests\":null}");
    assertThat(digests("a")).containsExactly("sha256:1");
  }

  @Test
  void anImageThatIsNotThereHasNone() throws Exception {
    answer("HTTP/1.0 404 Not Found\r\n\r\n{\"message\":\"No such image: a\"}");
    assertThat(digests("a")).isEmpty();
  }

  @Test
  void whoeverGivesNoWholeAnswerIsAskedByTheCommand() throws Exception {
    answer("HTTP/1.0 500 Internal Server Error\r\n\r\n{}");
    assertThat(digests("a")).containsExactlyInAnyOrder("sha256:4", "sha256:5");
    answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}");
    assertThat(digests("a")).contains("sha256:4");
    answer("");
    assertThat(digests("a")).contains("sha256:4");
    server.close();
    assertThat(digests("a")).contains("sha256:4");
  }

  private static Exec.Outcome command(Exec.Command command, Exec.Listener listener) {
    assertThat(command.arguments()).containsExactly("docker", "image", "inspect", "a");
    return new Exec.Outcome(0, "[{\"Id\":\"sha256:4\",\"RepoDigests\":[\"a@sha256:5\"]}]");
  }

  private Set<String> digests(String name) throws InterruptedException {
    return EngineDigests.of(
        EngineDigestsTest::command, "docker", Map.of("DOCKER_HOST", "unix://" + socket), name);
  }

  private void answer(String text) {
    Thread thread =
        new Thread(
            () -> {
              try (SocketChannel channel = server.accept()) {
                ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
                channel.read(buffer);
                asked = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
              } catch (IOException e) {
                asked = e.toString();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
