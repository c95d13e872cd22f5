package io.daviestechlabs.dockeradr.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what was kept of a build. */
final class KeptJson {
  private KeptJson() {}

  /**
   * A file; empty where there is none, or none of this kind.
   *
   * @param format the number that it begins with
   * @param largest how many bytes it may have
   */
  static Optional<JsonNode> read(Path file, int format, long largest) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > largest) {
        return Optional.empty();
      }
      JsonNode node = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
      return Optional.of(node).filter(it -> it.path("format").asInt() == format);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.forEach(name -> names.add(name.asText()));
    return names;
  }

  static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      texts.put(each.getKey(), each.getValue().asText());
    }
    return texts;
  }
}
