package io.daviestechlabs.dockeradr.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daviestechlabs.dockeradr.buildx.DockerConfig;
import io.daviestechlabs.dockeradr.buildx.Exec;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the daemon listens, found as the docker command finds it: DOCKER_HOST first, then the
 * context in use.
 *
 * @param host a URL of the schemes unix, npipe, tcp or ssh
 * @param certificates the directory with ca.pem, cert.pem and key.pem, empty for no TLS
 */
record Endpoint(String host, Optional<String> certificates) {
  private static final String USUAL = "unix:///var/run/docker.sock";

  static Endpoint find(Exec exec, String docker, Map<String, String> environment)
      throws InterruptedException {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isEmpty()) {
      return new Endpoint(host, certificates(environment));
    }
    Optional<Endpoint> kept = kept(environment);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      Exec.Outcome outcome =
          exec.run(
              Exec.Command.of(List.of(docker, "context", "inspect"), environment),
              Exec.Listener.DEAF);
      return read(outcome.output());
    } catch (IOException e) {
      return new Endpoint(USUAL, Optional.empty());
    }
  }

  /**
   * What the docker command has in its own files: starting it to read them takes longer than all
   * else. Empty where they do not tell for certain.
   */
  private static Optional<Endpoint> kept(Map<String, String> environment) {
    String context = DockerConfig.currentContext(environment);
    if (context.equals("default")) {
      boolean usual = environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
      return usual && File.separatorChar == '/'
          ? Optional.of(new Endpoint(USUAL, Optional.empty()))
          : Optional.empty();
    }
    Path contexts = DockerConfig.own(environment).resolve("contexts");
    String id = sha256(context);
    try {
      String text = Files.readString(contexts.resolve("meta").resolve(id).resolve("meta.json"));
      JsonNode endpoint = JsonMapper.builder().build().readTree(text).path("Endpoints");
      String host = endpoint.path("docker").path("Host").asText();
      Path certificates = contexts.resolve("tls").resolve(id).resolve("docker");
      return host.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Endpoint(
                  host,
                  Optional.of(certificates.toString())
                      .filter(directory -> Files.isDirectory(certificates))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String sha256(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what {@code docker context inspect} writes. */
  static Endpoint read(String json) {
    try {
      JsonNode context = JsonMapper.builder().build().readTree(json).path(0);
      String host = context.path("Endpoints").path("docker").path("Host").asText();
      boolean secured = context.path("TLSMaterial").path("docker").size() > 0;
      String directory = context.path("Storage").path("TLSPath").asText();
      return new Endpoint(
          host.isEmpty() ? USUAL : host,
          secured ? Optional.of(directory + "/docker") : Optional.empty());
    } catch (JsonProcessingException e) {
      return new Endpoint(USUAL, Optional.empty());
    }
  }

  private static Optional<String> certificates(Map<String, String> environment) {
    if (environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
      return Optional.empty();
    }
    String home = environment.getOrDefault("HOME", ".");
    String usual = environment.getOrDefault("DOCKER_CONFIG", home + "/.docker");
    return Optional.of(environment.getOrDefault("DOCKER_CERT_PATH", usual));
  }

  /** Whether the client library knows the way; for ssh only the docker command does. */
  boolean isDirect() {
    return host.startsWith("unix://") || host.startsWith("tcp://") || host.startsWith("npipe://");
  }
}
