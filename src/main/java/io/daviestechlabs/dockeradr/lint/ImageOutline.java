package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.image.HistoryStep;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.LayerContents;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An image as a text of some lines, into which findings point: what it says of itself, and its
 * layers with the steps that made them. Secrets are stars.
 */
public final class ImageOutline {
  private static final int LONGEST = 400;
  private static final String IMAGE = "image";
  private static final String USER = "user";
  private static final String HEALTH = "health";

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Span> places = new HashMap<>();
  private final Map<Integer, List<String>> secrets = new HashMap<>();
  private final Source source;

  ImageOutline(String file, StoredImage image, Contents contents, int layersOfBase) {
    ImageConfig config = image.config();
    line(IMAGE, IMAGE, image.name());
    if (!image.digest().isEmpty()) {
      line("", "digest", image.digest());
    }
    line("", "platform", config.platform().toString());
    config.created().ifPresent(time -> line("", "created", time));
    line(USER, USER, config.user().isEmpty() ? "root, since none is set" : config.user());
    line(
        HEALTH,
        HEALTH,
        config.healthCheck().isEmpty() ? "no check" : String.join(" ", config.healthCheck()));
    if (!config.entrypoint().isEmpty()) {
      line("", "entry", String.join(" ", config.entrypoint()));
    }
    if (!config.command().isEmpty()) {
      line("", "command", String.join(" ", config.command()));
    }
    config.ports().forEach(port -> line(port(port), "port", port));
    config.environment().forEach(this::variable);
    config.labels().forEach((key, value) -> line(label(key), "label", key + "=" + value));
    layers(config, contents, layersOfBase);
    source = Source.of(file, text.toString());
  }

  private void variable(String name, String value) {
    boolean secret = SecretShape.isOf(name, value);
    line(variable(name), "env", name + "=" + (secret ? "***" : SecretShape.withoutLogins(value)));
  }

  private void layers(ImageConfig config, Contents contents, int layersOfBase) {
    List<HistoryStep> steps = config.layerSteps();
    boolean told = steps.size() == contents.layers().size();
    for (int i = 0; i < contents.layers().size(); i++) {
      LayerContents layer = contents.layers().get(i);
      String step = "";
      if (told) {
        HistorySecrets shown = HistorySecrets.of(steps.get(i));
        step = shown.text();
        secrets.put(i, shown.messages());
      }
      String base = i < layersOfBase ? "base  " : "";
      int start = text.length();
      line(
          "",
          "layer " + (i + 1),
          "%9s  %s%s".formatted(Amount.bytes(layer.unpacked()), base, step));
      places.put(layer(i), new Span(start, start + ("layer " + (i + 1)).length()));
    }
    if (!told) {
      return;
    }
    // What makes no layer is kept in the history all the same.
    int below = 0;
    for (HistoryStep step : config.history()) {
      below += step.emptyLayer() ? 0 : 1;
      if (step.emptyLayer() && !step.instruction().startsWith("ENV")) {
        List<String> messages = HistorySecrets.of(step).messages();
        int layer = Math.max(0, below - 1);
        secrets.merge(layer, messages, ImageOutline::joined);
      }
    }
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    more.stream().filter(message -> !some.contains(message)).forEach(all::add);
    return all;
  }

  private void line(String key, String word, String value) {
    int start = text.length();
    String shown = printable(value.replace('\n', ' ')).stripTrailing();
    if (shown.length() > LONGEST) {
      shown = shown.substring(0, LONGEST) + "…";
    }
    text.append(String.format(Locale.ROOT, "%-9s ", word));
    int from = text.length();
    text.append(shown);
    if (!key.isEmpty()) {
      int equals = shown.indexOf('=');
      boolean named = equals > 0 && (word.equals("env") || word.equals("label"));
      places.put(key, new Span(from, named ? from + equals : text.length()));
    }
    if (shown.isEmpty()) {
      text.setLength(start + word.length());
    }
    text.append('\n');
  }

  /** One that a terminal shows as it is. */
  static String printable(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      out.append(Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c);
    }
    return out.toString();
  }

  /** The whole text. */
  public Source source() {
    return source;
  }

  /** Where the image is named. */
  public Span image() {
    return places.get(IMAGE);
  }

  /** Where its user is. */
  public Span user() {
    return places.get(USER);
  }

  /** Where its health check is, or that it has none. */
  public Span health() {
    return places.get(HEALTH);
  }

  /** Where one of its ports is. */
  public Span ofPort(String port) {
    return places.get(port(port));
  }

  /** Where one of its variables is. */
  public Span ofVariable(String name) {
    return places.get(variable(name));
  }

  /** Where one of its labels is; where the image is named if it has no such label. */
  public Span ofLabel(String key) {
    return places.getOrDefault(label(key), image());
  }

  /** Where a layer is, counted from 0. */
  public Span ofLayer(int index) {
    return places.getOrDefault(layer(index), image());
  }

  /** What is said of secrets in the steps that made a layer, or came behind it. */
  public List<String> secrets(int index) {
    return secrets.getOrDefault(index, List.of());
  }

  private static String port(String port) {
    return "port " + port;
  }

  private static String variable(String name) {
    return "env " + name;
  }

  private static String label(String key) {
    return "label " + key;
  }

  private static String layer(int index) {
    return "layer " + index;
  }
}
