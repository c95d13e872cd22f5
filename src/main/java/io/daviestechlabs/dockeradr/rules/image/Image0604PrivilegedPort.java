package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Some engines give such ports to root alone. */
public final class Image0604PrivilegedPort implements Rule {
  private static final Meta META =
      Meta.image(Severity.INFO, "The image exposes a port below 1024 and does not run as root");

  private static final int FIRST_FREE = 1024;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    if (image.config().isRoot()) {
      return;
    }
    for (String port : image.config().ports()) {
      if (number(port) < FIRST_FREE) {
        pass.report(
            image.outline().ofPort(port),
            "port '" + port + "' is below 1024, and '" + image.config().user() + "' is not root",
            "not every engine lets it listen there");
      }
    }
  }

  private static int number(String port) {
    String digits = port.split("[/-]", 2)[0];
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : FIRST_FREE;
  }
}
