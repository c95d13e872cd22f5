package io.daviestechlabs.dockeradr.buildx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a built image goes; several places at once are allowed.
 *
 * @param load into the engine's own image store
 * @param push to the registries in the image's names
 * @param archive a tar file in OCI layout, for machines without a registry
 * @param zstd whether all layers are compressed again with zstd: smaller and faster to unpack, but
 *     base layers are no longer shared with images that have them as gzip
 * @param rewriteTimestamps whether files get the image's time; the {@code docker} driver can do it
 *     for an archive only
 */
public record Delivery(
    boolean load, boolean push, Optional<Path> archive, boolean zstd, boolean rewriteTimestamps) {
  /** Built and cached, delivered to nobody. */
  public static final Delivery NOWHERE = of(false, false);

  /** The same delivery without loading, for builders that keep what they push. */
  public Delivery withoutLoad() {
    return new Delivery(false, push, archive, zstd, rewriteTimestamps);
  }

  /** The same delivery with the files' own times. */
  public Delivery withoutRewriting() {
    return new Delivery(load, push, archive, zstd, false);
  }

  /** The usual deliveries, without an archive. */
  public static Delivery of(boolean load, boolean push) {
    return new Delivery(load, push, Optional.empty(), false, false);
  }
}
