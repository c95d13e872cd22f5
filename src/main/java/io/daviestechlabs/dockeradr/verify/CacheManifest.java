package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.verify.ImageFacts.Layer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a cache reference holds.
 *
 * @param digest of its manifest
 * @param layers that later builds can use
 */
public record CacheManifest(String digest, List<Layer> layers) {
  public CacheManifest {
    layers = List.copyOf(layers);
  }

  /** How many bytes all layers take in the registry. */
  public long bytes() {
    long bytes = 0;
    for (Layer layer : layers) {
      bytes += layer.size();
    }
    return bytes;
  }

  /** How many layers there are of each compression. */
  public Map<String, Integer> compressions() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Layer layer : layers) {
      counts.put(layer.compression(), counts.getOrDefault(layer.compression(), 0) + 1);
    }
    return counts;
  }

  /** In a few words: {@code 5 layers, all zstd, 1.2 MB}. */
  public String summary() {
    Map<String, Integer> counts = compressions();
    String how =
        counts.size() == 1
            ? (layers.size() > 1 ? "all " : "") + name(counts.keySet().iterator().next())
            : counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + name(entry.getKey()))
                .collect(Collectors.joining(", "));
    String count = layers.size() == 1 ? "1 layer" : layers.size() + " layers";
    return layers.isEmpty() ? "no layers" : count + ", " + how + ", " + Amount.bytes(bytes());
  }

  private static String name(String compression) {
    return switch (compression) {
      case "" -> "of unknown compression";
      case "none" -> "uncompressed";
      default -> compression;
    };
  }
}
