package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an image says of itself.
 *
 * @param created its time, as written
 * @param platform that it runs on
 * @param user that its processes run as, empty for root
 * @param environment values by name, in order
 * @param labels values by key
 * @param ports that it listens on, for example {@code 8080/tcp}, in order
 * @param healthCheck the command that tells whether it is well, empty where there is none
 * @param entrypoint what is run; empty where there is none
 * @param command what is run, or what is given to the entry point
 * @param diffIds digests of the unpacked layers, from the base up
 * @param history how it came to be, from the base up; often shorter than the truth
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">the OCI's</a>,
 *     and Docker's own, which adds the health check
 */
public record ImageConfig(
    Optional<String> created,
    Platform platform,
    String user,
    Map<String, String> environment,
    Map<String, String> labels,
    List<String> ports,
    List<String> healthCheck,
    List<String> entrypoint,
    List<String> command,
    List<String> diffIds,
    List<HistoryStep> history) {
  public ImageConfig {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    ports = List.copyOf(ports);
    healthCheck = List.copyOf(healthCheck);
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    diffIds = List.copyOf(diffIds);
    history = List.copyOf(history);
  }

  /**
   * Reads one.
   *
   * @throws IOException if it is not the configuration of an image
   */
  public static ImageConfig parse(byte[] json) throws IOException {
    Optional<Json> read = Json.parse(json);
    if (read.isEmpty()) {
      throw new IOException("its configuration is no JSON");
    }
    Json image = read.get();
    if (!image.at("rootfs").at("diff_ids").isArray()) {
      throw new IOException("its configuration is not that of an image");
    }
    List<HistoryStep> history = new ArrayList<>();
    for (Json step : image.at("history").elements()) {
      history.add(new HistoryStep(step.at("created_by").text(), step.at("empty_layer").isTrue()));
    }
    return of(
        image.at("created").text(),
        Platform.of(image),
        image.at("config"),
        image.at("rootfs").at("diff_ids"),
        history);
  }

  /** Reads what an engine tells of an image, which has the same under other names. */
  public static ImageConfig ofEngine(Json image) {
    return of(
        image.at("Created").text(),
        new Platform(
            image.at("Os").text(), image.at("Architecture").text(), image.at("Variant").text()),
        image.at("Config"),
        image.at("RootFS").at("Layers"),
        List.of());
  }

  private static ImageConfig of(
      String created, Platform platform, Json config, Json diffIds, List<HistoryStep> history) {
    return new ImageConfig(
        created.isEmpty() ? Optional.empty() : Optional.of(created),
        platform,
        config.at("User").text(),
        pairs(config.at("Env").texts()),
        fields(config.at("Labels")),
        List.copyOf(fields(config.at("ExposedPorts")).keySet()),
        config.at("Healthcheck").at("Test").texts(),
        config.at("Entrypoint").texts(),
        config.at("Cmd").texts(),
        diffIds.texts(),
        history);
  }

  /** Whether it says how its health is checked. */
  public boolean hasHealthCheck() {
    return !healthCheck.isEmpty() && !healthCheck.get(0).equals("NONE");
  }

  /** The user without the group; empty if nobody is named. */
  public String userAlone() {
    int colon = user.indexOf(':');
    return (colon < 0 ? user : user.substring(0, colon)).strip();
  }

  /** Whether its processes run as root. */
  public boolean isRoot() {
    String name = userAlone();
    return name.isEmpty() || name.equals("root") || name.matches("0+");
  }

  /** The steps that made layers, from the base up. */
  public List<HistoryStep> layerSteps() {
    List<HistoryStep> steps = new ArrayList<>();
    for (HistoryStep step : history) {
      if (!step.emptyLayer()) {
        steps.add(step);
      }
    }
    return steps;
  }

  /**
   * How many layers seem to come from the base image: those below the last CMD that is followed by
   * a layer, since images that others build on say what they run. Nothing is known where there is
   * no such step.
   */
  public int layersOfBase() {
    int layers = 0;
    int base = 0;
    boolean command = false;
    for (HistoryStep step : history) {
      if (step.emptyLayer()) {
        command |= step.isCommand();
        continue;
      }
      if (command) {
        base = layers;
        command = false;
      }
      layers++;
    }
    return layers == diffIds.size() ? base : 0;
  }

  private static Map<String, String> pairs(List<String> texts) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      pairs.put(
          equals < 0 ? text : text.substring(0, equals),
          equals < 0 ? "" : text.substring(equals + 1));
    }
    return pairs;
  }

  private static Map<String, String> fields(Json node) {
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, Json> field : node.members().entrySet()) {
      fields.put(field.getKey(), field.getValue().text());
    }
    return fields;
  }
}
