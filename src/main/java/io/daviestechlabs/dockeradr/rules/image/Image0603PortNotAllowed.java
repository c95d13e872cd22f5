package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** A list of allowed ports is worth what checks it. */
public final class Image0603PortNotAllowed implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "The image exposes a port that the project does not allow");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    image.config().ports().stream()
        .filter(port -> !image.demands().allowsPort(port))
        .forEach(
            port ->
                pass.report(
                    image.outline().ofPort(port),
                    "port '" + port + "' is none of the allowed ones"));
  }
}
