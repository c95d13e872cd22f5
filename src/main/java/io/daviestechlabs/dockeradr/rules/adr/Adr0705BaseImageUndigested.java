package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Only a digest names one image for ever. */
public final class Adr0705BaseImageUndigested implements Rule {
  private static final Meta META = Meta.of(Severity.OFF, "base image without a digest");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().images().stream()
        .filter(use -> use.isBase() && use.image().digest().isEmpty())
        .forEach(
            use ->
                pass.report(
                    use.word().span(),
                    "base image '" + use.name() + "' without a digest",
                    "its tag can be moved"));
  }
}
