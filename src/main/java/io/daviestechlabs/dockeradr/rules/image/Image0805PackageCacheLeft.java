package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.LayerContents.FileGroup;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.Locale;
import java.util.TreeMap;

/** Downloads that were installed are there twice. */
public final class Image0805PackageCacheLeft implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A layer keeps what a package manager has downloaded");

  /** Locks and the like. */
  private static final long NEGLIGIBLE = 100_000;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    for (int layer : image.judged()) {
      new TreeMap<>(image.layer(layer).caches())
          .forEach(
              (tool, files) -> check(pass, layer, tool.name().toLowerCase(Locale.ROOT), files));
    }
  }

  private static void check(Pass pass, int layer, String tool, FileGroup files) {
    if (files.bytes() > NEGLIGIBLE) {
      pass.report(
          pass.image().outline().ofLayer(layer),
          "layer %d keeps %s that %s has downloaded: %s"
              .formatted(layer + 1, Amount.bytes(files.bytes()), tool, files.listed()),
          "a cache mount keeps it out");
    }
  }
}
