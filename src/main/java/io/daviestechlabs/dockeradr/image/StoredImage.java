package io.daviestechlabs.dockeradr.image;

import java.io.IOException;
import java.io.InputStream;

/**
 * An image that can be read, wherever it is kept.
 *
 * @param name for people
 * @param digest of its manifest, empty where it has none
 * @param form how it is kept
 * @param manifest what it consists of
 * @param config what it says of itself
 * @param layers opens its layers
 */
public record StoredImage(
    String name, String digest, Form form, Manifest manifest, ImageConfig config, Layers layers) {
  /** How an image is kept. */
  public enum Form {
    /** As registries and OCI layouts have it: parts with digests and media types that last. */
    DISTRIBUTED,
    /** As {@code docker save} writes it: layers unpacked, compressed only when they are pushed. */
    SAVED
  }

  /** Opens layers. */
  @FunctionalInterface
  public interface Layers {
    /** The stored bytes of the layer at an index, from the first one; the caller closes. */
    InputStream open(int index) throws IOException;
  }
}
