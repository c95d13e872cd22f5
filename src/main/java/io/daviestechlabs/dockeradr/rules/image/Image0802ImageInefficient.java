package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.Locale;

/** Layers that hide each other make an image slow to pull. */
public final class Image0802ImageInefficient implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A container sees too small a part of what the layers have");

  /** Nobody waits for so little. */
  private static final long NEGLIGIBLE = 1_000_000;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    Contents contents = image.contents();
    if (contents.wasted() > NEGLIGIBLE && contents.efficiency() < image.demands().minEfficiency()) {
      pass.report(
          image.outline().image(),
          String.format(
              Locale.ROOT,
              "a container sees no more than %.1f %% of the %s that the layers have",
              Math.floor(contents.efficiency() * 1000) / 10,
              Amount.bytes(contents.unpacked())));
    }
  }
}
