package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a build finds a secret. The value is read only to hide it in what is shown.
 *
 * @param id the name that {@code RUN --mount=type=secret,id=…} uses
 * @param env the environment variable that holds it, empty where a file does
 * @param file the file that holds it, empty where a variable does
 */
public record Secret(String id, Optional<String> env, Optional<Path> file) {
  private static final int SHORTEST_LINE = 8;
  private static final long LARGEST = 64 << 10;

  public Secret {
    if (id.isBlank() || env.isPresent() == file.isPresent()) {
      throw new UserError(
          "<secret> '" + id + "' needs an <id> and exactly one of <env>, <file> and <server>",
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

  /**
   * What must not be seen of it. Output comes in lines, and so does a secret of several; their
   * short ones are no secrets.
   */
  List<String> lines(Map<String, String> environment) {
    String value = env.map(name -> environment.getOrDefault(name, "")).orElseGet(this::content);
    List<String> lines = value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.size() == 1
        ? lines
        : lines.stream().filter(line -> line.length() >= SHORTEST_LINE).toList();
  }

  private String content() {
    try {
      Path path = file.orElseThrow();
      return Files.size(path) > LARGEST
          ? ""
          : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  String argument() {
    return Csv.of("id=" + id, env.map(name -> "env=" + name).orElseGet(() -> "src=" + file.get()));
  }
}
