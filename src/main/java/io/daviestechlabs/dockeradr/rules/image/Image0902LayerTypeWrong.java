package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.Compression;
import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Engines that believe the media type cannot unpack such a layer. */
public final class Image0902LayerTypeWrong implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "A layer is compressed in another way than its media type says");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    List<Descriptor> parts = image.image().manifest().layers();
    for (int layer : image.judged()) {
      Optional<Compression> promised = parts.get(layer).promised();
      Optional<Compression> found = image.layer(layer).compression();
      if (promised.isPresent() && found.isPresent() && !promised.equals(found)) {
        pass.report(
            image.outline().ofLayer(layer),
            "layer %d is %s, and its media type says %s"
                .formatted(layer + 1, word(found.get()), word(promised.get())));
      }
    }
  }

  private static String word(Compression compression) {
    return compression == Compression.NONE
        ? "not compressed"
        : compression.name().toLowerCase(Locale.ROOT);
  }
}
