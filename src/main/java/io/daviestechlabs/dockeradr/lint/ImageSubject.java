package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.LayerContents;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.text.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An image that was built, with all that was found in it.
 *
 * <p>Its source is an outline that nobody has written, but into which findings can point.
 */
public final class ImageSubject implements Subject {
  private final StoredImage image;
  private final Contents contents;
  private final Origin base;
  private final ImageDemands demands;
  private final ImageOutline outline;

  /**
   * What is known of the image that this one is built upon.
   *
   * @param layers how many of the layers are its; 0 where that is not known
   * @param created its day; empty where that is not known
   */
  public record Origin(int layers, Optional<LocalDate> created) {}

  /**
   * @param file how findings call the outline
   * @param image the image
   * @param contents of its layers
   * @param base what it is built upon
   * @param demands what the project asks of it
   */
  public ImageSubject(
      String file, StoredImage image, Contents contents, Origin base, ImageDemands demands) {
    this.image = image;
    this.contents = contents;
    this.base = base;
    this.demands = demands;
    this.outline = new ImageOutline(file, image, contents, base.layers());
  }

  @Override
  public Source source() {
    return outline.source();
  }

  @Override
  public FileKind kind() {
    return FileKind.IMAGE;
  }

  /** The image. */
  public StoredImage image() {
    return image;
  }

  /** What it says of itself. */
  public ImageConfig config() {
    return image.config();
  }

  /** What is in its layers. */
  public Contents contents() {
    return contents;
  }

  /** What it is built upon. */
  public Origin base() {
    return base;
  }

  /** What the project asks of it. */
  public ImageDemands demands() {
    return demands;
  }

  /** Where in the outline things stand. */
  public ImageOutline outline() {
    return outline;
  }

  /** The indices of the layers that are judged: those of the base image were not made here. */
  public List<Integer> judged() {
    return IntStream.range(demands.withBase() ? 0 : base.layers(), contents.layers().size())
        .boxed()
        .toList();
  }

  /** A layer, counted from 0. */
  public LayerContents layer(int index) {
    return contents.layers().get(index);
  }
}
