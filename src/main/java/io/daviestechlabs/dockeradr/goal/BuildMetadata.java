package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.text.Json;
import java.util.Optional;

/**
 * What buildx wrote about the image that it built: its {@code --metadata-file}.
 *
 * @param json that was read
 * @param text as it is kept; empty if there is nothing
 */
record BuildMetadata(Json json, String text) {
  static BuildMetadata parse(String text) {
    return new BuildMetadata(Json.parse(text).orElse(Json.NULL), text);
  }

  /** What it says of one target of bake. */
  BuildMetadata of(String target) {
    Json own = json.at(target);
    return new BuildMetadata(own, own.exists() ? own.pretty() + "\n" : "");
  }

  /** The digest of the manifest, or of the index if there is one. */
  Optional<String> digest() {
    return value("containerimage.digest");
  }

  /** The digest of the configuration; an index has none. */
  Optional<String> id() {
    return value("containerimage.config.digest");
  }

  private Optional<String> value(String key) {
    String value = json.at(key).text();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
