package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.ImageUse;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** uv is before its first major version, so that a new one may resolve and install otherwise. */
public final class Adr0204UvImageFloating implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "uv taken from its image without a tag, or with the tag 'latest'");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().images().stream()
        .filter(use -> use.isFloating() && isUv(use))
        .forEach(
            use ->
                pass.report(
                    use.word().span(),
                    "image '"
                        + use.name()
                        + (use.image().tag().isPresent() ? "' floats" : "' has no tag"),
                    "the next build may get another uv"));
  }

  /** Of images that stages start from another rule speaks. */
  private static boolean isUv(ImageUse use) {
    return !use.isBase() && use.image().path().toString().endsWith("astral-sh/uv");
  }
}
