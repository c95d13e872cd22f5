package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** A command is kept with what was written out in it. */
public final class Image0608SecretInHistory implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "The history of the image holds a secret");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    for (int layer : image.judged()) {
      for (String secret : image.outline().secrets(layer)) {
        pass.report(image.outline().ofLayer(layer), secret, "docker history shows it");
      }
    }
  }
}
