package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.StoredImage;
import java.util.List;

/** Where images are kept. */
public interface ImageSource extends AutoCloseable {
  /** What is there, in order; empty where there is nothing. */
  List<NamedImage> images() throws InterruptedException;

  /** One that is there. */
  StoredImage read(NamedImage image, NamedImage.Offer offer) throws InterruptedException;

  @Override
  void close();
}
