package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.ImageUse;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** An image without a tag is whatever was pushed last. */
public final class Adr0704BaseImageFloating implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "image without a tag, or with the tag 'latest'");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().images().stream()
        .filter(use -> use.isFloating() && !isUv(use))
        .forEach(use -> report(pass, use));
  }

  /** Of uv's own image a rule of its own speaks. */
  private static boolean isUv(ImageUse use) {
    return !use.isBase() && use.image().path().toString().endsWith("astral-sh/uv");
  }

  private static void report(Pass pass, ImageUse use) {
    pass.report(
        use.word().span(),
        "image '" + use.name() + "' " + (use.image().tag().isPresent() ? "floats" : "has no tag"),
        "whatever was pushed last");
  }
}
