package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;

/** Where that address cannot be reached, the image cannot be run. */
public final class Image0904LayerElsewhere implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A layer has to be fetched from another address than the image");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    List<Descriptor> parts = image.image().manifest().layers();
    for (int layer = 0; layer < parts.size(); layer++) {
      if (parts.get(layer).isForeign() || parts.get(layer).elsewhere()) {
        pass.report(
            image.outline().ofLayer(layer),
            "layer " + (layer + 1) + " is not kept with the image",
            "what is in it was not looked at");
      }
    }
  }
}
