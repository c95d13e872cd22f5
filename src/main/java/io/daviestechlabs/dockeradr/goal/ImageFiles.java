package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files by which later steps of a project know what was built.
 *
 * @param directory where they are
 */
record ImageFiles(Path directory) {
  private static final String DIGEST = "image.digest";
  private static final String ID = "image.id";
  private static final String IMAGE = "image.json";
  private static final String METADATA = "metadata.json";

  /** A build that fails must not leave the files of the one before it. */
  void remove() {
    remove(List.of(DIGEST, ID, IMAGE, METADATA, BuildTrace.PAGE));
  }

  private void remove(List<String> names) {
    for (String name : names) {
      try {
        Files.deleteIfExists(directory.resolve(name));
      } catch (IOException e) {
        throw new UserError(
            "cannot remove " + directory.resolve(name) + ": " + AtomicFile.reason(e),
            "Check that the directory is writable.",
            e);
      }
    }
  }

  /** What is in them now, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (String name : List.of(DIGEST, ID, IMAGE, METADATA)) {
      text(name).ifPresent(text -> texts.put(name, text));
    }
    return texts;
  }

  /** Lets them be what they were; those that are it already are left alone. */
  void restore(Map<String, String> texts) {
    if (texts().equals(texts)) {
      return;
    }
    remove(List.of(DIGEST, ID, IMAGE, METADATA));
    texts.forEach((name, text) -> AtomicFile.write(directory.resolve(name), text));
  }

  private Optional<String> text(String name) {
    try {
      return Optional.of(Files.readString(directory.resolve(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(BuildRequest request, BuildResult result, String metadata) {
    if (!metadata.isEmpty()) {
      AtomicFile.write(directory.resolve(METADATA), metadata);
    }
    if (result.digest().isEmpty()) {
      return;
    }
    AtomicFile.write(directory.resolve(DIGEST), result.digest().get());
    if (result.id().isPresent()) {
      AtomicFile.write(directory.resolve(ID), result.id().get());
    }
    AtomicFile.write(directory.resolve(IMAGE), json(request, result));
  }

  private static String json(BuildRequest request, BuildResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    ImageName name = result.names().get(0);
    String digest = result.digest().orElse("");
    json.put("image", name.repository());
    json.put("reference", name.withDigest(digest).toString());
    json.put("imageDigest", digest);
    if (result.id().isPresent()) {
      json.put("imageId", result.id().get());
    }
    List<String> names = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (ImageName each : result.names()) {
      names.add(each.toString());
      if (each.repository().equals(name.repository())) {
        tags.add(each.tag().orElse("latest"));
      }
    }
    json.put("names", names);
    json.put("tags", tags);
    putSome(json, "platforms", request.platforms());
    json.put("imagePushed", request.delivery().push());
    json.put("imageLoaded", request.delivery().load());
    List<String> files = new ArrayList<>();
    for (ImageFile file : request.delivery().files()) {
      files.add(file.path().toString());
    }
    putSome(json, "files", files);
    if (!request.marks().labels().isEmpty()) {
      json.put("labels", request.marks().labels());
    }
    return Json.of(json).pretty() + "\n";
  }

  private static void putSome(Map<String, Object> json, String key, List<String> values) {
    if (!values.isEmpty()) {
      json.put(key, values);
    }
  }
}
