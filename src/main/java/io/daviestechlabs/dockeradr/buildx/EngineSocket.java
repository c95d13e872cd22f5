package io.daviestechlabs.dockeradr.buildx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The engine of this machine, asked over its socket.
 *
 * @param path of the socket
 */
record EngineSocket(Path path) {
  private static final String USUAL = "unix:///var/run/docker.sock";
  private static final String SCHEME = "unix://";
  private static final int LARGEST = 64 << 20;

  /**
   * The socket that the docker command would use; empty where it would go another way.
   *
   * @param environment that the docker command sees
   */
  static Optional<EngineSocket> find(Map<String, String> environment) {
    String host = host(environment);
    if (!host.startsWith(SCHEME + "/")) {
      return Optional.empty();
    }
    Path path = Path.of(host.substring(SCHEME.length()));
    return Files.exists(path) ? Optional.of(new EngineSocket(path)) : Optional.empty();
  }

  private static String host(Map<String, String> environment) {
    String told = environment.getOrDefault("DOCKER_HOST", "");
    if (!told.isEmpty()) {
      return told;
    }
    String context = DockerConfig.currentContext(environment);
    return context.equals("default") ? USUAL : DockerConfig.host(context, environment);
  }

  /**
   * What the engine has to say.
   *
   * @param resource the path of a URL
   * @return the body of its answer; empty where it gives none, or one of failure
   */
  Optional<String> get(String resource) throws InterruptedException {
    // An engine answers a question in HTTP 1.0 in one piece, and hangs up.
    String question = "GET " + resource + " HTTP/1.0\r\nHost: docker\r\n\r\n";
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      ByteBuffer asked = ByteBuffer.wrap(question.getBytes(StandardCharsets.UTF_8));
      while (asked.hasRemaining()) {
        channel.write(asked);
      }
      return body(read(channel));
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String read(SocketChannel channel) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    while (channel.read(buffer) >= 0) {
      bytes.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      if (bytes.size() > LARGEST) {
        throw new IOException("too long");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Optional<String> body(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      return Optional.empty();
    }
    String[] head = answer.substring(0, end).toLowerCase(Locale.ROOT).split("\r\n");
    String body = answer.substring(end + 4);
    boolean good = head[0].matches("http/1\\.[01] 200\\b.*");
    for (String field : head) {
      // Cut off, or in the pieces of HTTP 1.1, which someone in between may send unasked.
      good &= !field.startsWith("transfer-encoding:");
      if (field.startsWith("content-length:")) {
        String length = field.substring(field.indexOf(':') + 1).strip();
        good &= length.equals(String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
      }
    }
    return good ? Optional.of(body) : Optional.empty();
  }
}
