package io.daviestechlabs.dockeradr.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daviestechlabs.dockeradr.buildx.Exec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the daemon listens, found as the docker command finds it: DOCKER_HOST first, then the
 * context in use.
 *
 * @param host a URL of the schemes unix, npipe, tcp or ssh
 * @param certificates the directory of ca.pem, cert.pem and key.pem, as far as there are any; empty
 *     for no TLS
 */
record Endpoint(String host, Optional<String> certificates) {
  private static final String USUAL = "unix:///var/run/docker.sock";

  static Endpoint find(Exec exec, String docker, Map<String, String> environment)
      throws InterruptedException {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isEmpty()) {
      return new Endpoint(host, certificates(environment));
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
