package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Kubernetes cannot tell from a name that it is not root. */
public final class Image0602ImageUserByName implements Rule {
  private static final Meta META =
      Meta.image(Severity.OFF, "The image runs as a user with a name and no number");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    String user = image.config().userAlone();
    if (!image.config().isRoot() && !user.chars().allMatch(Character::isDigit)) {
      pass.report(
          image.outline().user(), "user '" + user + "' is no number", "runAsNonRoot wants one");
    }
  }
}
