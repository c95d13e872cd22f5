package io.daviestechlabs.dockeradr.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which image an engine has under a name, and nothing else of it. One that listens at a socket of
 * this machine is asked in two lines of HTTP, without its command; others by the command, which
 * knows every way.
 */
public final class EngineDigests {
  private static final String SOCKET = "unix://";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST = 8 << 20;

  private EngineDigests() {}

  /**
   * The digests that an engine has for a name: of its manifest or index, of its configuration,
   * whichever its store knows. Empty where it has no such image.
   *
   * @param docker the docker command
   * @param environment that the docker command sees
   * @throws UserError if the engine does not answer
   */
  public static Set<String> of(
      Exec exec, String docker, Map<String, String> environment, String name)
      throws InterruptedException {
    Endpoint endpoint = Endpoint.find(exec, docker, environment);
    if (endpoint.host().startsWith(SOCKET)) {
      try {
        return read(ask(Path.of(endpoint.host().substring(SOCKET.length())), name));
      } catch (IOException e) {
        // The command may know better, or says what is wrong.
      }
    }
    Optional<ImageFacts> found = EngineImage.find(exec, docker, environment, name);
    Set<String> digests = new HashSet<>();
    found.ifPresent(image -> digests.add(image.id()));
    found.flatMap(ImageFacts::digest).ifPresent(digests::add);
    return digests;
  }

  /** In HTTP 1.0 an answer ends where the connection does. */
  private static String ask(Path socket, String name) throws IOException {
    String question = "GET /images/" + name + "/json HTTP/1.0\r\nHost: docker\r\n\r\n";
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = Selector.open()) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      ByteBuffer asked = ByteBuffer.wrap(question.getBytes(StandardCharsets.US_ASCII));
      while (asked.hasRemaining()) {
        channel.write(asked);
      }
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
      while (answer.size() <= LARGEST && selector.select(PATIENCE.toMillis()) > 0) {
        selector.selectedKeys().clear();
        if (channel.read(buffer.clear()) < 0) {
          return answer.toString(StandardCharsets.UTF_8);
        }
        answer.write(buffer.array(), 0, buffer.position());
      }
    }
    throw new IOException("no whole answer");
  }

  private static Set<String> read(String answer) throws IOException {
    String[] parts = answer.split("\r\n\r\n", 2);
    String status = parts[0].split(" ", 3).length > 1 ? parts[0].split(" ", 3)[1] : "";
    if (status.equals("404")) {
      return Set.of();
    }
    boolean isWhole = parts.length == 2 && !parts[0].toLowerCase(Locale.ROOT).contains("chunked");
    if (!status.equals("200") || !isWhole) {
      throw new IOException("status " + status);
    }
    JsonNode image = JsonMapper.builder().build().readTree(parts[1]);
    Set<String> digests = new HashSet<>();
    String id = image.path("Id").asText();
    if (id.isEmpty()) {
      throw new IOException("the answer is of no image");
    }
    digests.add(id);
    for (JsonNode name : image.path("RepoDigests")) {
      digests.add(name.asText().substring(name.asText().indexOf('@') + 1));
    }
    return digests;
  }
}
