package io.daviestechlabs.dockeradr.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    ObjectNode node = JsonMapper.builder().build().createObjectNode();
    ImageName name = result.names().get(0);
    String digest = result.digest().orElse("");
    node.put("image", name.repository());
    node.put("reference", name.withDigest(digest).toString());
    node.put("imageDigest", digest);
    result.id().ifPresent(id -> node.put("imageId", id));
    result.names().forEach(it -> node.withArray("names").add(it.toString()));
    result.names().stream()
        .filter(it -> it.repository().equals(name.repository()))
        .forEach(it -> node.withArray("tags").add(it.tag().orElse("latest")));
    request.platforms().forEach(platform -> node.withArray("platforms").add(platform));
    node.put("imagePushed", request.delivery().push());
    node.put("imageLoaded", request.delivery().load());
    request.delivery().files().forEach(f -> node.withArray("files").add(f.path().toString()));
    request.marks().labels().forEach((key, value) -> node.withObject("/labels").put(key, value));
    try {
      return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(node)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
