package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.trace.Recipe.Line;
import io.daviestechlabs.dockeradr.trace.Recipe.StageLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a build was made of, kept for the next one to say what has changed.
 *
 * @param engine which one built, as a checksum
 * @param args build arguments by name, each with a checksum of its value
 * @param recipe the Dockerfile
 * @param bases the image of each stage's FROM with its digest, by the key of the step
 * @param outcomes {@code cached}, {@code run} or {@code failed} by the key of the step
 * @param files of the context that were copied
 */
public record BuildRecord(
    String engine,
    Map<String, String> args,
    Recipe recipe,
    Map<String, String> bases,
    Map<String, String> outcomes,
    ContextListing files) {
  private static final int FORMAT = 1;
  private static final long LARGEST = 16L << 20;
  private static final String FROM = "FROM ";

  public BuildRecord {
    args = Map.copyOf(args);
    bases = Map.copyOf(bases);
    outcomes = Map.copyOf(outcomes);
  }

  /** The same record with what became of the steps. */
  BuildRecord with(List<Step> steps, String id) {
    Map<String, String> images = new TreeMap<>();
    Map<String, String> ends = new TreeMap<>();
    for (Step step : steps) {
      Optional<StepName> name = StepName.of(step, id);
      if (name.isPresent() && step.isBase()) {
        images.put(name.get().key(), name.get().text().substring(FROM.length()));
      } else if (name.isPresent() && step.error().isPresent()) {
        ends.put(name.get().key(), "failed");
      } else if (name.isPresent() && (step.cached() || step.completed().isPresent())) {
        ends.put(name.get().key(), step.cached() ? "cached" : "run");
      }
    }
    return new BuildRecord(engine, args, recipe, images, ends, files);
  }

  /** Stands for a value that nobody should read here. */
  static String sum(String name, String value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest((name + "\0" + value).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a record; empty where there is none, or none of this kind. */
  public static Optional<BuildRecord> read(Path file) {
    Optional<Json> json = KeptJson.read(file, FORMAT, LARGEST);
    return json.isPresent() ? Optional.of(of(json.get())) : Optional.empty();
  }

  private static BuildRecord of(Json json) {
    List<StageLines> stages = new ArrayList<>();
    for (Json stage : json.at("stages").elements()) {
      List<Line> lines = new ArrayList<>();
      for (Json line : stage.at("lines").elements()) {
        lines.add(
            new Line(
                (int) line.at("line").whole(),
                line.at("text").text(),
                line.at("sum").text(),
                line.at("step").isTrue(),
                line.at("sets").texts(),
                false,
                List.of()));
      }
      stages.add(
          new StageLines(
              stage.at("name").text(), stage.at("base").text(), stage.at("image").isTrue(), lines));
    }
    Map<String, ContextListing.Entry> files = new TreeMap<>();
    for (Map.Entry<String, Json> file : json.at("files").members().entrySet()) {
      Json entry = file.getValue();
      files.put(
          file.getKey(),
          new ContextListing.Entry(entry.at(0).whole(), entry.at(1).whole(), entry.at(2).text()));
    }
    return new BuildRecord(
        json.at("engine").text(),
        KeptJson.texts(json.at("args")),
        new Recipe(stages),
        KeptJson.texts(json.at("bases")),
        KeptJson.texts(json.at("steps")),
        new ContextListing(files));
  }

  /** The record as it is kept in a file. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("engine", engine);
    json.put("args", new TreeMap<>(args));
    List<Object> stages = new ArrayList<>();
    for (StageLines stage : recipe.stages()) {
      stages.add(json(stage));
    }
    json.put("stages", stages);
    json.put("bases", new TreeMap<>(bases));
    json.put("steps", new TreeMap<>(outcomes));
    Map<String, Object> listed = new LinkedHashMap<>();
    for (Map.Entry<String, ContextListing.Entry> file : files.files().entrySet()) {
      ContextListing.Entry entry = file.getValue();
      listed.put(file.getKey(), List.of(entry.size(), entry.modified(), entry.sum()));
    }
    json.put("files", listed);
    return Json.of(json) + "\n";
  }

  private static Map<String, Object> json(StageLines stage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", stage.name());
    json.put("base", stage.base());
    json.put("image", stage.fromCounts());
    List<Object> lines = new ArrayList<>();
    for (Line line : stage.lines()) {
      lines.add(json(line));
    }
    json.put("lines", lines);
    return json;
  }

  private static Map<String, Object> json(Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", line.line());
    json.put("text", line.text());
    json.put("sum", line.sum());
    json.put("step", line.isStep());
    json.put("sets", line.sets());
    return json;
  }
}
