package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.buildx.DockerConfig;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The logins that {@code docker login} has left: in its configuration or with a helper. */
public final class Logins {
  private static final String HUB = "docker.io";
  private static final String HUB_KEY = "https://index.docker.io/v1/";
  private static final String HELPER = "[A-Za-z0-9][A-Za-z0-9._-]{0,60}";

  private final Exec exec;
  private final Map<String, String> environment;
  private final Json config;

  private Logins(Exec exec, Map<String, String> environment, Json config) {
    this.exec = exec;
    this.environment = environment;
    this.config = config;
  }

  /**
   * Reads the configuration that the docker command uses; a missing or broken one has no logins.
   *
   * @param exec for asking helpers
   * @param environment with DOCKER_CONFIG or HOME
   */
  public static Logins read(Exec exec, Map<String, String> environment) {
    Path directory = DockerConfig.own(environment);
    try {
      String text = Files.readString(directory.resolve("config.json"));
      return new Logins(exec, environment, Json.parse(text).orElse(Json.NULL));
    } catch (IOException e) {
      return new Logins(exec, environment, Json.NULL);
    }
  }

  /** The login for a registry. */
  Optional<Login> find(String host) throws InterruptedException {
    String store = config.at("credsStore").text();
    for (String key : keys(host)) {
      // An empty helper says that the login is in the file, whatever the usual store.
      String helper = config.at("credHelpers").at(key).text(store);
      Optional<Login> found = helper.isEmpty() ? Optional.empty() : ask(helper, key);
      if (found.isPresent()) {
        return found;
      }
    }
    for (String key : keys(host)) {
      Optional<Login> found = written(config.at("auths").at(key));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<String> keys(String host) {
    return host.equals(HUB)
        ? List.of(HUB_KEY, "index.docker.io", HUB)
        : List.of(host, "https://" + host, "http://" + host);
  }

  /** A helper is a program that reads a host and writes a login. */
  private Optional<Login> ask(String helper, String key) throws InterruptedException {
    if (!helper.matches(HELPER)) {
      return Optional.empty();
    }
    Exec.Command command =
        new Exec.Command(
            List.of("docker-credential-" + helper, "get"), environment, Optional.empty(), key);
    try {
      Exec.Outcome outcome = exec.run(command, Exec.Listener.DEAF);
      Json answer = Json.parse(outcome.output()).orElse(Json.NULL);
      String user = answer.at("Username").text();
      String secret = answer.at("Secret").text();
      return outcome.exitCode() == 0 && !user.isEmpty()
          ? Optional.of(new Login(user, secret))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Login> written(Json entry) {
    String token = entry.at("identitytoken").text();
    if (!token.isEmpty()) {
      return Optional.of(new Login(RegistryHttp.TOKEN_USER, token));
    }
    String user = entry.at("username").text();
    if (!user.isEmpty()) {
      return Optional.of(new Login(user, entry.at("password").text()));
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(entry.at("auth").text());
      String pair = new String(bytes, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon > 0
          ? Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
