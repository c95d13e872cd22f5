package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.text.Json;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  private static LastBuild of(Json json) {
    return new LastBuild(
        KeptJson.texts(json.at("plan")),
        files(json.at("files")),
        KeptJson.texts(json.at("images")),
        json.at("driver").text(),
        json.at("insecure").texts(),
        json.at("digest").text(),
        json.at("id").text(),
        KeptJson.texts(json.at("written")),
        files(json.at("delivered")));
  }

  private static NotedFiles files(Json json) {
    Map<String, NotedFiles.Note> notes = new TreeMap<>();
    json.at("notes")
        .members()
        .forEach(
            (path, note) ->
                notes.put(
                    path,
                    new NotedFiles.Note(
                        note.at(0).text(),
                        note.at(1).whole(),
                        note.at(2).text(),
                        note.at(3).whole(),
                        note.at(4).text())));
    return new NotedFiles(json.at("taken").whole(), notes, "");
  }

  /** The text that is kept. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("digest", digest);
    json.put("id", id);
    json.put("driver", driver);
    json.put("plan", plan);
    json.put("images", images);
    json.put("insecure", insecure);
    json.put("written", written);
    json.put("files", json(files));
    json.put("delivered", json(delivered));
    return Json.of(json) + "\n";
  }

  private static Map<String, Object> json(NotedFiles files) {
    Map<String, Object> notes = new LinkedHashMap<>();
    files
        .notes()
        .forEach(
            (path, note) ->
                notes.put(
                    path,
                    List.of(note.mode(), note.size(), note.stamp(), note.latest(), note.sum())));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("taken", files.taken());
    json.put("notes", notes);
    return json;
  }
}
