package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.image.Digest;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      Json config = with(read(own.resolve(CONFIG)), logins, own.resolve("cli-plugins"));
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
      return read(own(environment).resolve(CONFIG)).at("currentContext").text("default");
    } catch (IOException e) {
      return "default";
    }
  }

  /** The address of a context's engine, empty where there is no such context or it has none. */
  static String host(String context, Map<String, String> environment) {
    String digest = Digest.of(context.getBytes(StandardCharsets.UTF_8));
    String directory = "contexts/meta/" + digest.substring(digest.indexOf(':') + 1);
    try {
      Json meta = read(own(environment).resolve(directory).resolve("meta.json"));
      return meta.at("Endpoints").at("docker").at("Host").text();
    } catch (IOException e) {
      return "";
    }
  }

  /** Directories of plugins that the docker command looks into before its own. */
  static List<Path> extraPlugins(Map<String, String> environment) {
    List<Path> directories = new ArrayList<>();
    try {
      Json config = read(own(environment).resolve(CONFIG));
      for (String name : config.at("cliPluginsExtraDirs").texts()) {
        directories.add(Path.of(name));
      }
    } catch (IOException | InvalidPathException e) {
      // The docker command says what is wrong with it.
    }
    return directories;
  }

  /** The directory in which buildx remembers its builders. */
  public static Path buildx(Map<String, String> environment) {
    String directory = environment.getOrDefault("BUILDX_CONFIG", "");
    return directory.isEmpty() ? own(environment).resolve("buildx") : Path.of(directory);
  }

  private static Json with(Json config, List<RegistryLogin> logins, Path plugins) {
    Map<String, Object> auths = new LinkedHashMap<>(config.at("auths").members());
    Map<String, Object> helpers = new LinkedHashMap<>(config.at("credHelpers").members());
    for (RegistryLogin login : logins) {
      auths.put(login.key(), Map.of("auth", login.encoded()));
      // An empty helper makes docker look into the file, whatever its usual store.
      if (config.at("credsStore").exists() || helpers.containsKey(login.key())) {
        helpers.put(login.key(), "");
      }
    }
    List<Object> directories = new ArrayList<>(config.at("cliPluginsExtraDirs").elements());
    directories.add(plugins.toString());
    Map<String, Object> changed = new LinkedHashMap<>(config.members());
    changed.put("auths", auths);
    if (!helpers.isEmpty()) {
      changed.put("credHelpers", helpers);
    }
    changed.put("cliPluginsExtraDirs", directories);
    return Json.of(changed);
  }

  /** The docker command takes an empty file for none. */
  private static Json read(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    if (text.isBlank()) {
      return Json.NULL;
    }
    Optional<Json> config = Json.parse(text);
    if (config.isEmpty()) {
      throw new IOException(CONFIG + " is no JSON");
    }
    return config.get();
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
