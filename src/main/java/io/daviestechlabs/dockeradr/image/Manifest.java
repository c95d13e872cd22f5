package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an image consists of.
 *
 * @param mediaType as written, empty where it is not
 * @param config its configuration
 * @param layers from the base up
 */
public record Manifest(String mediaType, Descriptor config, List<Descriptor> layers) {
  /** More than engines can stack. */
  private static final int MAX_LAYERS = 1000;

  public Manifest {
    layers = List.copyOf(layers);
  }

  /**
   * Reads one.
   *
   * @throws IOException saying what it lacks
   */
  public static Manifest of(Json node) throws IOException {
    Descriptor config = part(node.at("config"), "its manifest is not that of an image");
    List<Descriptor> layers = new ArrayList<>();
    for (Json layer : node.at("layers").elements()) {
      layers.add(part(layer, "its manifest names no layer"));
    }
    if (layers.size() > MAX_LAYERS) {
      throw new IOException("it has " + layers.size() + " layers");
    }
    return new Manifest(node.at("mediaType").text(), config, layers);
  }

  private static Descriptor part(Json node, String fault) throws IOException {
    Optional<Descriptor> part = Descriptor.of(node);
    if (part.isEmpty()) {
      throw new IOException(fault);
    }
    return part.get();
  }

  /** Whether it is in Docker's form, older than the OCI's. */
  public boolean isDocker() {
    return mediaType.startsWith("application/vnd.docker.");
  }
}
