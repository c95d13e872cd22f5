package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  static Optional<Json> read(Path file, int format, long largest) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > largest) {
        return Optional.empty();
      }
      Optional<Json> read = Json.parse(Files.readAllBytes(file));
      boolean isOfThisKind = read.isPresent() && read.get().at("format").whole() == format;
      return isOfThisKind ? read : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Map<String, String> texts(Json json) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Json> member : json.members().entrySet()) {
      texts.put(member.getKey(), member.getValue().text());
    }
    return texts;
  }
}
