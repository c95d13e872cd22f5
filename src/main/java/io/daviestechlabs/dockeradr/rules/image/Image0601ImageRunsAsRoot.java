package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** A process that breaks out of its container is root on the machine. */
public final class Image0601ImageRunsAsRoot implements Rule {
  private static final Meta META = Meta.image(Severity.ERROR, "The image runs as root");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    if (image.config().isRoot()) {
      String user = image.config().user();
      pass.report(
          image.outline().user(),
          user.isEmpty()
              ? "no user is set, so the image runs as root"
              : "the image runs as '" + user + "'");
    }
  }
}
