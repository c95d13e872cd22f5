package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.QuickDocker;
import io.daviestechlabs.dockeradr.image.HistoryStep;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.verify.ImageFacts.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An image that the engine has, as the docker command tells of it.
 *
 * <p>The command knows every way to an engine: contexts, TLS, SSH. And it costs a build far less
 * than the classes of a client do, of which a reader of layers has need.
 */
public final class EngineImage {
  private static final String REMEDY =
      "Check that the engine still runs, and that DOCKER_HOST or the docker context is right.";

  private EngineImage() {}

  /**
   * An image by name or id, empty where the engine has none.
   *
   * @param docker the docker command
   * @param environment that the docker command sees
   * @throws UserError if the engine does not answer
   */
  public static Optional<ImageFacts> find(
      Exec exec, String docker, Map<String, String> environment, String name)
      throws InterruptedException {
    List<String> said = new ArrayList<>();
    Exec.Outcome outcome;
    try {
      List<String> command = QuickDocker.inspect(docker, name);
      outcome = exec.run(Exec.Command.of(command, environment), said::add);
    } catch (IOException e) {
      throw unreadable(name, e.getMessage());
    }
    if (outcome.exitCode() != 0) {
      String reason = String.join(" ", said).strip();
      if (reason.toLowerCase(Locale.ROOT).contains("no such image")) {
        return Optional.empty();
      }
      throw unreadable(name, reason);
    }
    return Optional.of(read(name, outcome.output()));
  }

  /**
   * The digest that the engine knows an image's name by; empty where it has no such image, or has
   * it from elsewhere, or does not answer.
   *
   * @param docker the docker command
   * @param environment that the docker command sees
   */
  public static Optional<String> digest(
      Exec exec, String docker, Map<String, String> environment, ImageName name)
      throws InterruptedException {
    List<String> command = QuickDocker.inspect(docker, name.toString());
    try {
      Exec.Outcome outcome = exec.run(Exec.Command.of(command, environment), Exec.Listener.DEAF);
      Json image = Json.parse(outcome.output()).orElse(Json.NULL).at(0);
      return digest(image, name.repository() + "@");
    } catch (IOException e) {
      // Then a registry may know it.
      return Optional.empty();
    }
  }

  /**
   * How an image came to be, one line of JSON a step; empty where the engine does not tell.
   *
   * @param docker the docker command
   * @param environment that the docker command sees
   */
  public static String history(
      Exec exec, String docker, Map<String, String> environment, String name)
      throws InterruptedException {
    List<String> command = QuickDocker.history(docker, name);
    try {
      return exec.run(Exec.Command.of(command, environment), Exec.Listener.DEAF).output();
    } catch (IOException e) {
      return "";
    }
  }

  /** The same image with the sizes of its layers and what made them, as its history tells. */
  public static ImageFacts withSizes(ImageFacts image, String history) {
    List<Layer> layers = layers(image.layers(), history);
    return layers.isEmpty() ? image : image.withLayers(layers);
  }

  /**
   * Reads a history, which begins with the last step. A step without a layer is of no size; where
   * others are too, sizes cannot be given to layers.
   */
  private static List<Layer> layers(List<Layer> known, String history) {
    List<Layer> layers = new ArrayList<>();
    for (String line : history.lines().toList()) {
      Optional<Json> step = Json.parse(line);
      if (step.isEmpty()) {
        return List.of();
      }
      long size = step.get().at("Size").whole();
      if (size > 0) {
        String madeBy = new HistoryStep(step.get().at("CreatedBy").text(), false).instruction();
        layers.add(0, new Layer("", "", size, madeBy, ""));
      }
    }
    if (layers.size() != known.size()) {
      return layers;
    }
    List<Layer> named = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      named.add(new Layer("", "", layer.size(), layer.madeBy(), known.get(i).diffId()));
    }
    return named;
  }

  /** Reads what {@code docker image inspect} writes of one image. */
  static ImageFacts read(String name, String json) {
    Optional<Json> answer = Json.parse(json);
    if (answer.isEmpty()) {
      throw unreadable(name, "its answer is no JSON");
    }
    Json image = answer.get().at(0);
    if (!image.at("Id").isText()) {
      throw unreadable(name, "its answer is of no image");
    }
    ImageConfig config = ImageConfig.ofEngine(image);
    List<Layer> layers = new ArrayList<>();
    for (String diffId : config.diffIds()) {
      layers.add(new Layer("", "", 0, "", diffId));
    }
    return new ImageFacts(
        digest(image, ""),
        image.at("Id").text(),
        config.created(),
        config.platform().toString(),
        config.user(),
        config.labels(),
        config.healthCheck(),
        List.copyOf(config.environment().keySet()),
        config.ports(),
        layers,
        image.at("Size").whole());
  }

  /** That in the first name that begins so. */
  private static Optional<String> digest(Json image, String beginning) {
    for (String name : image.at("RepoDigests").texts()) {
      int at = name.indexOf('@');
      if (at >= 0 && name.startsWith(beginning)) {
        return Optional.of(name.substring(at + 1));
      }
    }
    return Optional.empty();
  }

  private static UserError unreadable(String name, String reason) {
    return new UserError("The engine does not tell about image " + name + ": " + reason, REMEDY);
  }
}
