package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Buildx;
import io.daviestechlabs.dockeradr.buildx.DockerConfig;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.trace.LastBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that buildx is told, each with a checksum of its value: what is secret is not among it. */
final class PlannedOptions {
  private static final Map<String, String> NAMED =
      Map.of(
          "label", "label ",
          "annotation", "annotation ",
          "build-arg", "build argument ",
          "build-context", "build context ",
          "tag", "tag ");

  /** Where a private copy of the configuration is does not matter. */
  private static final List<String> PLACES = List.of("BUILDX_CONFIG", "BUILDX_METADATA_PROVENANCE");

  private static final List<String> VARIABLES =
      List.of("SOURCE_DATE_EPOCH", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_DEFAULT_PLATFORM");

  private final Map<String, String> texts = new TreeMap<>();

  private PlannedOptions() {}

  /**
   * The options of a build.
   *
   * @param request with its labels, before the engine was asked
   * @param verified whether what comes out is compared with it
   */
  static Map<String, String> of(
      BuildRequest request, Map<String, String> environment, boolean verified) {
    PlannedOptions options = new PlannedOptions();
    options.arguments(Buildx.arguments(request));
    options.environment(environment);
    options.texts.put("builder", builder(environment));
    options.texts.put("verify", String.valueOf(verified));
    Map<String, String> sums = new TreeMap<>();
    options.texts.forEach((name, value) -> sums.put(name, LastBuild.sum(name, value)));
    return sums;
  }

  private void arguments(List<String> command) {
    int end = command.indexOf("--");
    texts.put("context", command.get(end + 1));
    for (int i = command.indexOf("build") + 1; i < end; i++) {
      String option = command.get(i).substring(2);
      int equals = option.indexOf('=');
      if (equals > 0) {
        add(option.substring(0, equals), option.substring(equals + 1));
      } else if (command.get(i + 1).startsWith("--")) {
        add(option, "");
      } else {
        add(option, command.get(++i));
      }
    }
  }

  private void add(String option, String value) {
    if (NAMED.containsKey(option)) {
      String[] pair = value.split("=", 2);
      texts.put(NAMED.get(option) + pair[0], pair.length > 1 ? pair[1] : "");
    } else {
      texts.merge(option, value, (one, other) -> one + "\n" + other);
    }
  }

  private void environment(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          boolean told = name.startsWith("BUILDX_") || name.startsWith("BUILDKIT_");
          if (told && !PLACES.contains(name) || VARIABLES.contains(name)) {
            texts.put("variable " + name, value);
          }
        });
  }

  /** What the docker command knows of contexts and builders. */
  private static String builder(Map<String, String> environment) {
    StringBuilder known = new StringBuilder(DockerConfig.currentContext(environment));
    Path buildx = DockerConfig.buildx(environment);
    known.append('\n').append(chosen(buildx.resolve("current")));
    try (Stream<Path> builders = Files.list(buildx.resolve("instances"))) {
      builders
          .sorted()
          .forEach(file -> known.append('\n').append(file.getFileName()).append(text(file)));
    } catch (IOException e) {
      // Nobody has made one.
    }
    return known.toString();
  }

  /** The builder that somebody chose; buildx makes the file for itself where nobody has. */
  private static String chosen(Path file) {
    String text = text(file);
    boolean isNone = Json.parse(text).filter(it -> it.at("Name").text().isEmpty()).isPresent();
    return isNone ? "" : text;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
