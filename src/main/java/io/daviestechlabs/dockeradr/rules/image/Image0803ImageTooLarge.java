package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Amount;

/** Every machine that runs the image waits for all of it. */
public final class Image0803ImageTooLarge implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "The image is larger than the project allows");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    long size = image.contents().unpacked();
    long most = image.demands().maxSize().orElse(Long.MAX_VALUE);
    if (size > most) {
      pass.report(
          image.outline().image(),
          "the image has %s, more than %s".formatted(Amount.bytes(size), Amount.bytes(most)));
    }
  }
}
