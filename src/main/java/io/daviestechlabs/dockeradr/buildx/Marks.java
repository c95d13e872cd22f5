package io.daviestechlabs.dockeradr.buildx;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is written on an image.
 *
 * @param labels in its configuration; they win over a {@code LABEL} of the Dockerfile
 * @param annotations on its manifest, and on its index if it has one; registries read them without
 *     the configuration. A key may name its level itself: {@code index:key}
 */
public record Marks(Map<String, String> labels, Map<String, String> annotations) {
  /** A blank image. */
  public static final Marks NONE = new Marks(Map.of(), Map.of());

  public Marks {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }
}
