package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.Platform;
import java.util.List;

/**
 * An image as it is kept somewhere, for one platform or several.
 *
 * @param names that it goes by there, in full or no more than a tag; empty where it has none
 * @param digest of its manifest or index, empty where it has none
 * @param offers what there is of it, in order
 */
public record NamedImage(List<String> names, String digest, List<Offer> offers) {
  public NamedImage {
    names = List.copyOf(names);
    offers = List.copyOf(offers);
  }

  /**
   * An image for one platform.
   *
   * @param platform that it is for
   * @param key by which its source knows it: a digest, or a number
   */
  public record Offer(Platform platform, String key) {}

  /** By its names, or else by its digest. */
  String title() {
    return names.isEmpty()
        ? digest.isEmpty() ? "an image without a name" : digest
        : String.join(", ", names);
  }
}
