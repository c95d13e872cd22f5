package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The builders that buildx remembers, each in a file of its own.
 *
 * @param directory of the files
 */
record KnownBuilders(Path directory) {
  private static final Pattern TABLE =
      Pattern.compile("\\s*\\[(?:registry\\.\"([^\"]+)\"\\]|.*)\\s*");
  private static final Pattern PLAIN = Pattern.compile("\\s*http\\s*=\\s*true\\b.*");

  /**
   * Those of a user.
   *
   * @param environment the variables that buildx sees
   */
  static KnownBuilders of(Map<String, String> environment) {
    return new KnownBuilders(DockerConfig.buildx(environment).resolve("instances"));
  }

  /** Whether there is one of a name. */
  boolean has(String name) {
    return Files.exists(directory.resolve(stored(name)));
  }

  /** Names are kept in small letters, those of nodes too, but nodes are looked for as written. */
  static String stored(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The driver of a builder; empty where there is no such builder. */
  String driver(String name) {
    return read(directory.resolve(stored(name))).at("Driver").text();
  }

  /** The addresses of a builder's nodes by their names; none where there is no such builder. */
  Map<String, String> nodes(String name) {
    Map<String, String> nodes = new HashMap<>();
    read(directory.resolve(stored(name)))
        .at("Nodes")
        .elements()
        .forEach(node -> nodes.put(node.at("Name").text(), node.at("Endpoint").text()));
    return nodes;
  }

  /** The registries that any of them speaks plain HTTP with, as its configuration has it. */
  List<String> plainRegistries() {
    List<String> found = new ArrayList<>();
    for (String name : names()) {
      for (Json node : read(directory.resolve(name)).at("Nodes").elements()) {
        found.addAll(plain(node.at("Files").at("buildkitd.toml")));
      }
    }
    return found;
  }

  /** Whether there is none, so that the engine's own is the only one. */
  boolean isEmpty() {
    return names().isEmpty();
  }

  private List<String> names() {
    String[] names = directory.toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  /** buildx has written the file anew, with each table in a line of its own. */
  private static List<String> plain(Json encoded) {
    List<String> found = new ArrayList<>();
    String host = null;
    for (String line : decoded(encoded).lines().toList()) {
      Matcher table = TABLE.matcher(line);
      if (table.matches()) {
        host = table.group(1);
      } else if (host != null && PLAIN.matcher(line).matches()) {
        found.add(host);
      }
    }
    return found;
  }

  private static String decoded(Json encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded.text()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Json read(Path file) {
    try {
      return Json.parse(Files.readString(file)).orElse(Json.NULL);
    } catch (IOException e) {
      return Json.NULL;
    }
  }
}
