package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a build finds a secret; the value itself is never held.
 *
 * @param id the name that {@code RUN --mount=type=secret,id=…} uses
 * @param env the environment variable that holds it, empty where a file does
 * @param file the file that holds it, empty where a variable does
 */
public record Secret(String id, Optional<String> env, Optional<Path> file) {
  public Secret {
    if (id.isBlank() || env.isPresent() == file.isPresent()) {
      throw new UserError(
          "<secret> '" + id + "' needs an <id> and exactly one of <env> and <file>",
          "Write <secret><id>npm</id><env>NPM_TOKEN</env></secret>, for example.");
    }
  }

  /** A secret that an environment variable holds. */
  public static Secret ofEnv(String id, String variable) {
    return new Secret(id, Optional.of(variable), Optional.empty());
  }

  /** A secret that a file holds. */
  public static Secret ofFile(String id, Path file) {
    return new Secret(id, Optional.empty(), Optional.of(file));
  }

  /**
   * Refuses a secret that is not there: buildx would build without it.
   *
   * @param environment the variables that buildx will see
   */
  public void check(Map<String, String> environment) {
    if (env.isPresent() && !environment.containsKey(env.get())) {
      throw new UserError(
          "Secret '"
              + id
              + "' is to come from the environment variable "
              + env.get()
              + ", which is not set",
          "Set the variable, or remove the secret.");
    }
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new UserError(
          "Secret '" + id + "' is to come from " + file.get() + ", which cannot be read",
          "Create the file, or remove the secret.");
    }
  }

  String argument() {
    return Csv.of("id=" + id, env.map(name -> "env=" + name).orElseGet(() -> "src=" + file.get()));
  }
}
