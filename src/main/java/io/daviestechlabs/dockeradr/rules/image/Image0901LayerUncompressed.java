package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.Compression;
import io.daviestechlabs.dockeradr.image.LayerContents;
import io.daviestechlabs.dockeradr.image.StoredImage.Form;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Amount;

/** An uncompressed layer is two or three times as long to pull. */
public final class Image0901LayerUncompressed implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A layer is stored without compression");

  private static final long NEGLIGIBLE = 1_000_000;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    // What docker save writes is compressed when it is pushed.
    if (image.image().form() == Form.SAVED) {
      return;
    }
    for (int layer : image.judged()) {
      LayerContents contents = image.layer(layer);
      boolean plain = contents.compression().filter(c -> c == Compression.NONE).isPresent();
      if (plain && contents.stored() > NEGLIGIBLE) {
        pass.report(
            image.outline().ofLayer(layer),
            "layer %d takes %s, since it is not compressed"
                .formatted(layer + 1, Amount.bytes(contents.stored())));
      }
    }
  }
}
