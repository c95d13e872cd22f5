package io.daviestechlabs.dockeradr.buildx;

import java.util.List;

/**
 * Where a built image goes; several places at once are allowed.
 *
 * @param load into the engine's own image store
 * @param push to the registries in the image's names
 * @param files for machines without a registry
 * @param zstd whether all layers are compressed again with zstd: smaller and faster to unpack, but
 *     base layers are no longer shared with images that have them as gzip
 * @param rewriteTimestamps whether files get the image's time; the {@code docker} driver can do it
 *     for files only
 * @param held whether the image is made as for a registry though it goes nowhere, so that its
 *     digest is known
 */
public record Delivery(
    boolean load,
    boolean push,
    List<ImageFile> files,
    boolean zstd,
    boolean rewriteTimestamps,
    boolean held) {
  /** Built and cached, delivered to nobody. */
  public static final Delivery NOWHERE = of(false, false);

  public Delivery {
    files = List.copyOf(files);
  }

  /** A delivery that holds nothing back. */
  public Delivery(
      boolean load, boolean push, List<ImageFile> files, boolean zstd, boolean rewriteTimestamps) {
    this(load, push, files, zstd, rewriteTimestamps, false);
  }

  /** Whether a file of a form is among them. */
  public boolean has(ImageFile.Form form) {
    for (ImageFile file : files) {
      if (file.form() == form) {
        return true;
      }
    }
    return false;
  }

  /** The same delivery without loading, for builders that keep what they push. */
  public Delivery withoutLoad() {
    return new Delivery(false, push, files, zstd, rewriteTimestamps, held);
  }

  /** The same delivery with the files' own times. */
  public Delivery withoutRewriting() {
    return new Delivery(load, push, files, zstd, false, held);
  }

  /**
   * The same delivery, held back from registries.
   *
   * @param loads whether it is loaded all the same
   */
  public Delivery held(boolean loads) {
    return new Delivery(loads, false, files, zstd, rewriteTimestamps, true);
  }

  /** To registries alone, the same image otherwise. */
  public Delivery pushed() {
    return new Delivery(false, true, List.of(), zstd, rewriteTimestamps);
  }

  /** The usual deliveries, without files. */
  public static Delivery of(boolean load, boolean push) {
    return new Delivery(load, push, List.of(), false, false);
  }
}
