package io.daviestechlabs.dockeradr.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that decided what the last build made, and what it made: enough to know, without buildx, that
 * the same build would make the same again.
 *
 * @param plan what was asked for: each option with a checksum of its value
 * @param files that were read
 * @param images that were used, each with its digest
 * @param driver of the builder
 * @param insecure registries that the engine speaks plain HTTP with
 * @param digest of the image
 * @param id of its configuration, empty for an index
 * @param written the files about the image, by name
 * @param delivered the files that the image was written to
 */
public record LastBuild(
    Map<String, String> plan,
    NotedFiles files,
    Map<String, String> images,
    String driver,
    List<String> insecure,
    String digest,
    String id,
    Map<String, String> written,
    NotedFiles delivered) {
  private static final int FORMAT = 1;
  private static final long LARGEST = 64L << 20;

  public LastBuild {
    plan = copy(plan);
    images = copy(images);
    insecure = List.copyOf(insecure);
    written = copy(written);
  }

  private static Map<String, String> copy(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** Stands for a value that nobody should read here. */
  public static String sum(String name, String value) {
    return BuildRecord.sum(name, value);
  }

  /** The same build, with the files as they are now. */
  public LastBuild withFiles(NotedFiles now) {
    return new LastBuild(plan, now, images, driver, insecure, digest, id, written, delivered);
  }

  /** What is asked for otherwise than by the last build; empty if nothing is. */
  public Optional<String> change(Map<String, String> now) {
    for (Map.Entry<String, String> each : now.entrySet()) {
      String old = plan.get(each.getKey());
      if (!each.getValue().equals(old)) {
        return Optional.of(each.getKey() + (old == null ? " is new" : " has another value"));
      }
    }
    return plan.keySet().stream()
        .filter(key -> !now.containsKey(key))
        .findFirst()
        .map(key -> key + " is gone");
  }

  /** Reads what was kept; empty where nothing was, or nothing of this kind. */
  public static Optional<LastBuild> read(Path file) {
    return KeptJson.read(file, FORMAT, LARGEST).map(LastBuild::of);
  }

  private static LastBuild of(JsonNode node) {
    return new LastBuild(
        KeptJson.texts(node.path("plan")),
        files(node.path("files")),
        KeptJson.texts(node.path("images")),
        node.path("driver").asText(),
        KeptJson.names(node.path("insecure")),
        node.path("digest").asText(),
        node.path("id").asText(),
        KeptJson.texts(node.path("written")),
        files(node.path("delivered")));
  }

  private static NotedFiles files(JsonNode node) {
    Map<String, NotedFiles.Note> notes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : node.path("notes").properties()) {
      JsonNode note = each.getValue();
      notes.put(
          each.getKey(),
          new NotedFiles.Note(
              note.path(0).asText(),
              note.path(1).asLong(),
              note.path(2).asText(),
              note.path(3).asLong(),
              note.path(4).asText()));
    }
    return new NotedFiles(node.path("taken").asLong(), notes, "");
  }

  /** The text that is kept. */
  public String json() {
    ObjectNode node = JsonMapper.builder().build().createObjectNode();
    node.put("format", FORMAT);
    node.put("digest", digest);
    node.put("id", id);
    node.put("driver", driver);
    plan.forEach(node.putObject("plan")::put);
    images.forEach(node.putObject("images")::put);
    insecure.forEach(node.putArray("insecure")::add);
    written.forEach(node.putObject("written")::put);
    put(node.putObject("files"), files);
    put(node.putObject("delivered"), delivered);
    return node + "\n";
  }

  private static void put(ObjectNode node, NotedFiles files) {
    node.put("taken", files.taken());
    ObjectNode notes = node.putObject("notes");
    files
        .notes()
        .forEach(
            (path, note) -> {
              ArrayNode written = notes.putArray(path);
              written.add(note.mode()).add(note.size()).add(note.stamp());
              written.add(note.latest()).add(note.sum());
            });
  }
}
