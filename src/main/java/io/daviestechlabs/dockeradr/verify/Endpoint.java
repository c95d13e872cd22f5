package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.text.Json;
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
 * @param trusting whether nobody looks at the daemon's own certificate
 */
record Endpoint(String host, Optional<String> certificates, boolean trusting) {
  private static final Endpoint USUAL =
      new Endpoint("unix:///var/run/docker.sock", Optional.empty(), false);

  static Endpoint find(Exec exec, String docker, Map<String, String> environment)
      throws InterruptedException {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isEmpty()) {
      return new Endpoint(host, certificates(environment), isTrusting(environment));
    }
    try {
      Exec.Outcome outcome =
          exec.run(
              Exec.Command.of(List.of(docker, "context", "inspect"), environment),
              Exec.Listener.DEAF);
      return read(outcome.output());
    } catch (IOException e) {
      return USUAL;
    }
  }

  /** Reads what {@code docker context inspect} writes. */
  static Endpoint read(String json) {
    Json context = Json.parse(json).orElse(Json.NULL).at(0);
    Json docker = context.at("Endpoints").at("docker");
    String host = docker.at("Host").text();
    Json secrets = context.at("TLSMaterial").at("docker");
    boolean secured = !secrets.elements().isEmpty() || !secrets.members().isEmpty();
    String directory = context.at("Storage").at("TLSPath").text();
    return new Endpoint(
        host.isEmpty() ? USUAL.host() : host,
        secured ? Optional.of(directory + "/docker") : Optional.empty(),
        docker.at("SkipTLSVerify").isTrue());
  }

  private static Optional<String> certificates(Map<String, String> environment) {
    if (environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
      return Optional.empty();
    }
    String home = environment.getOrDefault("HOME", ".");
    String usual = environment.getOrDefault("DOCKER_CONFIG", home + "/.docker");
    return Optional.of(environment.getOrDefault("DOCKER_CERT_PATH", usual));
  }

  private static boolean isTrusting(Map<String, String> environment) {
    return environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()
        && !environment.getOrDefault("DOCKER_TLS", "").isEmpty();
  }

  /**
   * Whether the client library knows the way; for SSH, and for a certificate that nobody looks at,
   * only the docker command does.
   */
  boolean isDirect() {
    return !trusting
        && (host.startsWith("unix://") || host.startsWith("tcp://") || host.startsWith("npipe://"));
  }
}
