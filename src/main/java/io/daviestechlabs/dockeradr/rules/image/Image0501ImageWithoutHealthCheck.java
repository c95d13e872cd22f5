package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Nobody sees that a service hangs until its users do. */
public final class Image0501ImageWithoutHealthCheck implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "The image of a service has no health check");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    if (image.demands().kind() == ImageKind.SERVICE && !image.config().hasHealthCheck()) {
      boolean off = !image.config().healthCheck().isEmpty();
      pass.report(
          image.outline().health(),
          off ? "the health check is switched off" : "the image has no health check",
          "who runs it cannot tell whether it is well");
    }
  }
}
