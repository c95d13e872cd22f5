package io.daviestechlabs.dockeradr.buildx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A docker configuration with further logins.
 *
 * <p>The docker command takes logins from its configuration directory and nowhere else. Another
 * directory would hide the user's helpers, plugins, contexts and builders, so this one is the
 * user's own with the logins put in. Without logins the user's own stays in use.
 */
public final class DockerConfig {
  private static final String CONFIG = "config.json";

  private DockerConfig() {}

  /**
   * The environment for a docker command that knows the logins.
   *
   * @param directory to make in a private one; it holds passwords from now on
   * @param environment that the docker command would have seen
   * @param logins to add, which win over those that are there
   */
  public static Map<String, String> with(
      Path directory, Map<String, String> environment, List<RegistryLogin> logins) {
    if (logins.isEmpty()) {
      return environment;
    }
    Path own = own(environment);
    try {
      ObjectNode config = read(own.resolve(CONFIG));
      logins.forEach(login -> add(config, login));
      config.withArray("cliPluginsExtraDirs").add(own.resolve("cli-plugins").toString());
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(CONFIG), config.toString());
      copy(own.resolve("contexts"), directory.resolve("contexts"));
    } catch (IOException e) {
      throw new UserError(
          "The docker configuration " + own + " cannot be read: " + e.getMessage(),
          "Check its files, or set DOCKER_CONFIG to another directory.",
          e);
    }
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("DOCKER_CONFIG", directory.toString());
    changed.putIfAbsent("BUILDX_CONFIG", buildx(environment).toString());
    changed.putIfAbsent("DOCKER_CERT_PATH", own.toString());
    return Map.copyOf(changed);
  }

  /** The directory that the docker command uses by itself. */
  public static Path own(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", "."));
    String directory = environment.getOrDefault("DOCKER_CONFIG", "");
    return directory.isEmpty() ? Path.of(home, ".docker") : Path.of(directory);
  }

  /** The context in use, {@code default} where nobody has chosen one. */
  public static String currentContext(Map<String, String> environment) {
    String told = environment.getOrDefault("DOCKER_CONTEXT", "");
    if (!told.isEmpty()) {
      return told;
    }
    try {
      return read(own(environment).resolve(CONFIG)).path("currentContext").asText("default");
    } catch (IOException e) {
      return "default";
    }
  }

  /** Directories of plugins that the docker command looks into before its own. */
  static List<Path> extraPlugins(Map<String, String> environment) {
    List<Path> directories = new ArrayList<>();
    try {
      read(own(environment).resolve(CONFIG))
          .path("cliPluginsExtraDirs")
          .forEach(name -> directories.add(Path.of(name.asText())));
    } catch (IOException e) {
      // The docker command says what is wrong with it.
    }
    return directories;
  }

  /** The directory in which buildx remembers its builders. */
  public static Path buildx(Map<String, String> environment) {
    String directory = environment.getOrDefault("BUILDX_CONFIG", "");
    return directory.isEmpty() ? own(environment).resolve("buildx") : Path.of(directory);
  }

  /** An empty helper for a registry makes docker look into the file, whatever its usual store. */
  private static void add(ObjectNode config, RegistryLogin login) {
    config.withObject("/auths").putObject(login.key()).put("auth", login.encoded());
    if (config.hasNonNull("credsStore") || config.path("credHelpers").has(login.key())) {
      config.withObject("/credHelpers").put(login.key(), "");
    }
  }

  private static ObjectNode read(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    if (!Files.exists(file)) {
      return mapper.createObjectNode();
    }
    try {
      JsonNode config = mapper.readTree(Files.readString(file));
      return config instanceof ObjectNode object ? object : mapper.createObjectNode();
    } catch (JsonProcessingException e) {
      // The message of the parser would quote the file, and with it its logins.
      throw new IOException(CONFIG + " is no JSON");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from, 6)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
