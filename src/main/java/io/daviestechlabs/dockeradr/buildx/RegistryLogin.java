package io.daviestechlabs.dockeradr.buildx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user of a registry, as a settings file has it; never printed.
 *
 * @param registry host and port, or {@code docker.io}
 * @param user the name
 * @param password or token
 */
public record RegistryLogin(String registry, String user, String password) {
  /** The key by which the docker command keeps logins. */
  String key() {
    return registry.equals("docker.io") ? "https://index.docker.io/v1/" : registry;
  }

  String encoded() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "RegistryLogin[" + user + " at " + registry + "]";
  }
}
