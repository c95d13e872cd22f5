package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.Map;
import java.util.Optional;

/**
 * One image of a bake file.
 *
 * @param name as its block or key has it
 * @param attributes by name; the last one where a name is repeated
 */
public record Target(Text name, Map<String, Value> attributes) {
  /** Keeps a copy. */
  public Target {
    attributes = Map.copyOf(attributes);
  }

  /** What an attribute is set to. */
  public Optional<Value> get(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }
}
