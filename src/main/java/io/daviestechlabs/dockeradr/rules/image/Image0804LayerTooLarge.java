package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Amount;

/** A layer is pulled whole, whatever has changed in it. */
public final class Image0804LayerTooLarge implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "A layer is larger than the project allows");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    long most = image.demands().maxLayerSize().orElse(Long.MAX_VALUE);
    for (int layer : image.judged()) {
      long size = image.layer(layer).unpacked();
      if (size > most) {
        pass.report(
            image.outline().ofLayer(layer),
            "layer %d has %s, more than %s"
                .formatted(layer + 1, Amount.bytes(size), Amount.bytes(most)));
      }
    }
  }
}
