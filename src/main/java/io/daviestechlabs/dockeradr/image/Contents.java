package io.daviestechlabs.dockeradr.image;

import java.util.List;

/**
 * What is in all layers of an image.
 *
 * @param layers from the base up
 * @param files how many files a container sees
 */
public record Contents(List<LayerContents> layers, long files) {
  public Contents {
    layers = List.copyOf(layers);
  }

  /** Bytes as stored. */
  public long stored() {
    return layers.stream().mapToLong(LayerContents::stored).sum();
  }

  /** Bytes of the files in all layers, as {@code docker images} counts them. */
  public long unpacked() {
    return layers.stream().mapToLong(LayerContents::unpacked).sum();
  }

  /** Bytes of files that no container sees. */
  public long wasted() {
    return layers.stream().mapToLong(layer -> layer.waste().bytes()).sum();
  }

  /**
   * Which part of the bytes a container sees, from 0 to 1: dive's efficiency, but that a deleted
   * directory counts as its files would.
   */
  public double efficiency() {
    long all = unpacked();
    return all == 0 ? 1 : 1 - (double) wasted() / all;
  }

  /** Whether all layers were read. */
  public boolean isComplete() {
    return layers.stream().allMatch(layer -> layer.compression().isPresent());
  }
}
