package io.daviestechlabs.dockeradr.buildx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    String reference = fields.get("ref");
    return reference == null ? Optional.empty() : Optional.of(ImageName.parse(reference));
  }

  /** The value of {@code --cache-from} or {@code --cache-to}. */
  String argument() {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      pairs.add(field.getKey() + "=" + field.getValue());
    }
    return Csv.of(pairs.toArray(new String[0]));
  }

  /** The same place with more to say about it. */
  CachePlace with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putAll(more);
    return new CachePlace(name, all);
  }
}
