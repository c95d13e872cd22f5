package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passwords of {@code <server>} entries on their way to a build: as variables that only the docker
 * command gets, so that none is on a command line or in a file.
 */
final class ServerSecrets {
  private static final String PREFIX = "DOCKER_ADR_SECRET_";

  private final SettingsLogins settings;
  private final Map<String, String> variables = new TreeMap<>();

  ServerSecrets(SettingsLogins settings) {
    this.settings = settings;
  }

  /**
   * The variable that will hold a server's password.
   *
   * @throws UserError if there is no such server, or it has no password
   */
  String variable(String secret, String server) {
    String password =
        settings
            .password(server)
            .orElseThrow(
                () ->
                    new UserError(
                        "Secret '"
                            + secret
                            + "' is to come from <server> '"
                            + server
                            + "' of settings.xml, which has no password or is not there",
                        "Add the server with its password to settings.xml, or remove the secret."));
    String name = PREFIX + (variables.size() + 1);
    variables.put(name, password);
    return name;
  }

  /** An environment with all of them. */
  Map<String, String> with(Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(variables);
    return all;
  }
}
