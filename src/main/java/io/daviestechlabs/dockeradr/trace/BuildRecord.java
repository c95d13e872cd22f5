package io.daviestechlabs.dockeradr.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.trace.Recipe.Line;
import io.daviestechlabs.dockeradr.trace.Recipe.StageLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    return KeptJson.read(file, FORMAT, LARGEST).map(BuildRecord::of);
  }

  private static BuildRecord of(JsonNode node) {
    List<StageLines> stages = new ArrayList<>();
    for (JsonNode stage : node.path("stages")) {
      List<Line> lines = new ArrayList<>();
      for (JsonNode line : stage.path("lines")) {
        lines.add(
            new Line(
                line.path("line").asInt(),
                line.path("text").asText(),
                line.path("sum").asText(),
                line.path("step").asBoolean(),
                KeptJson.names(line.path("sets")),
                false,
                List.of()));
      }
      stages.add(
          new StageLines(
              stage.path("name").asText(),
              stage.path("base").asText(),
              stage.path("image").asBoolean(),
              lines));
    }
    Map<String, ContextListing.Entry> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : node.path("files").properties()) {
      JsonNode entry = file.getValue();
      files.put(
          file.getKey(),
          new ContextListing.Entry(
              entry.path(0).asLong(), entry.path(1).asLong(), entry.path(2).asText()));
    }
    return new BuildRecord(
        node.path("engine").asText(),
        KeptJson.texts(node.path("args")),
        new Recipe(stages),
        KeptJson.texts(node.path("bases")),
        KeptJson.texts(node.path("steps")),
        new ContextListing(files));
  }

  /** The record as it is kept in a file. */
  public String json() {
    ObjectNode node = JsonMapper.builder().build().createObjectNode();
    node.put("format", FORMAT);
    node.put("engine", engine);
    put(node.putObject("args"), args);
    ArrayNode all = node.putArray("stages");
    for (StageLines stage : recipe.stages()) {
      ObjectNode one = all.addObject();
      one.put("name", stage.name());
      one.put("base", stage.base());
      one.put("image", stage.fromCounts());
      ArrayNode lines = one.putArray("lines");
      for (Line line : stage.lines()) {
        ObjectNode written =
            lines
                .addObject()
                .put("line", line.line())
                .put("text", line.text())
                .put("sum", line.sum())
                .put("step", line.isStep());
        line.sets().forEach(written.withArray("sets")::add);
      }
    }
    put(node.putObject("bases"), bases);
    put(node.putObject("steps"), outcomes);
    ObjectNode listed = node.putObject("files");
    files
        .files()
        .forEach(
            (path, entry) ->
                listed.putArray(path).add(entry.size()).add(entry.modified()).add(entry.sum()));
    return node + "\n";
  }

  private static void put(ObjectNode node, Map<String, String> texts) {
    new TreeMap<>(texts).forEach(node::put);
  }
}
