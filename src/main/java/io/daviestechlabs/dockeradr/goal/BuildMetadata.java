package io.daviestechlabs.dockeradr.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * What buildx wrote about the image that it built: its {@code --metadata-file}.
 *
 * @param json that was read
 * @param text as it is kept; empty if there is nothing
 */
record BuildMetadata(JsonNode json, String text) {
  static BuildMetadata parse(String text) {
    try {
      return new BuildMetadata(JsonMapper.builder().build().readTree(text), text);
    } catch (JsonProcessingException e) {
      return new BuildMetadata(MissingNode.getInstance(), text);
    }
  }

  /** What it says of one target of bake. */
  BuildMetadata of(String target) {
    JsonNode own = json.path(target);
    return new BuildMetadata(own, own.isMissingNode() ? "" : own.toPrettyString() + "\n");
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
    return Optional.of(json.path(key).asText()).filter(value -> !value.isEmpty());
  }
}
