package io.daviestechlabs.dockeradr.buildx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One place that layers are read from or written to, as buildx is told of it.
 *
 * @param name for people: a reference, a directory, or the name within a bucket
 * @param fields in the order of the command line, {@code type} first
 */
public record CachePlace(String name, Map<String, String> fields) {
  public CachePlace {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A place of a type. */
  static CachePlace of(String name, String type, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.putAll(more);
    return new CachePlace(name, fields);
  }

  /** The reference in a registry, empty for other places. */
  public Optional<ImageName> reference() {
    return Optional.ofNullable(fields.get("ref")).map(ImageName::parse);
  }

  /** The value of {@code --cache-from} or {@code --cache-to}. */
  String argument() {
    return Csv.of(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .toArray(String[]::new));
  }

  /** The same place with more to say about it. */
  CachePlace with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putAll(more);
    return new CachePlace(name, all);
  }
}
