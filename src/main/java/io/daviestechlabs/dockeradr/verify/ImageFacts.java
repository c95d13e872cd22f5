package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.image.HistoryStep;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an image says about itself.
 *
 * @param digest of its manifest or index, empty where it has never been in a registry
 * @param id by which the daemon knows it, or the digest of its configuration
 * @param created its time, as written
 * @param platform for example {@code linux/amd64}
 * @param user that its processes run as, empty for root
 * @param labels of its configuration
 * @param healthCheck the command that tells whether it is well, empty where there is none
 * @param environment the names of its variables; their values are nobody's business
 * @param ports that it listens on, for example {@code 8080/tcp}
 * @param layers from the base up
 * @param size in bytes: on disk for the daemon, compressed for a registry
 */
public record ImageFacts(
    Optional<String> digest,
    String id,
    Optional<String> created,
    String platform,
    String user,
    Map<String, String> labels,
    List<String> healthCheck,
    List<String> environment,
    List<String> ports,
    List<Layer> layers,
    long size) {
  public ImageFacts {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    healthCheck = List.copyOf(healthCheck);
    environment = List.copyOf(environment);
    ports = List.copyOf(ports);
    layers = List.copyOf(layers);
  }

  /**
   * What manifest and configuration say.
   *
   * @param digest of the manifest, or of the index that it is in; empty where neither has one
   */
  static ImageFacts of(String digest, Manifest manifest, ImageConfig config) {
    List<Descriptor> parts = manifest.layers();
    List<HistoryStep> steps = config.layerSteps();
    List<Layer> layers = new ArrayList<>();
    long all = 0;
    for (int i = 0; i < parts.size(); i++) {
      Descriptor part = parts.get(i);
      // The history has a line for each layer, or it is not this image's.
      String madeBy = steps.size() == parts.size() ? steps.get(i).instruction() : "";
      String diffId = config.diffIds().size() == parts.size() ? config.diffIds().get(i) : "";
      long size = Math.max(0, part.size());
      layers.add(new Layer(part.digest(), part.mediaType(), size, madeBy, diffId));
      all += size;
    }
    return new ImageFacts(
        digest.isEmpty() ? Optional.empty() : Optional.of(digest),
        manifest.config().digest(),
        config.created(),
        config.platform().toString(),
        config.user(),
        config.labels(),
        config.healthCheck(),
        List.copyOf(config.environment().keySet()),
        config.ports(),
        layers,
        all);
  }

  /**
   * One layer.
   *
   * @param digest of what is stored; empty where the daemon tells it
   * @param mediaType empty where the daemon tells it
   * @param size in bytes, as it is stored, or unpacked where the daemon tells it
   * @param madeBy the instruction that it comes from, empty where nothing tells it
   * @param diffId digest of the unpacked files, empty where nothing tells it
   */
  public record Layer(String digest, String mediaType, long size, String madeBy, String diffId) {
    /** A layer of which nobody knows what made it. */
    public Layer(String digest, String mediaType, long size) {
      this(digest, mediaType, size, "", "");
    }

    /** How it is compressed: {@code zstd}, {@code gzip}, {@code none}, or empty if unknown. */
    public String compression() {
      if (mediaType.endsWith("zstd")) {
        return "zstd";
      }
      if (mediaType.endsWith("gzip")) {
        return "gzip";
      }
      return mediaType.endsWith("tar") ? "none" : "";
    }
  }

  /** The same image, of whose layers more is known. */
  ImageFacts withLayers(List<Layer> other) {
    return new ImageFacts(
        digest, id, created, platform, user, labels, healthCheck, environment, ports, other, size);
  }

  /** Whether it says how its health is checked. */
  public boolean hasHealthCheck() {
    return !healthCheck.isEmpty() && !healthCheck.get(0).equals("NONE");
  }
}
