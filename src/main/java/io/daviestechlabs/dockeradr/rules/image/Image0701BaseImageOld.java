package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.time.temporal.ChronoUnit;

/** An old base image lacks the security updates since. */
public final class Image0701BaseImageOld implements Rule {
  private static final Meta META =
      Meta.image(Severity.INFO, "The base image is older than it may be");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    image
        .base()
        .created()
        .ifPresent(
            created -> {
              long days = ChronoUnit.DAYS.between(created, pass.options().today());
              if (days > image.demands().maxBaseAge()) {
                pass.report(
                    image.outline().ofLayer(0),
                    "the base image was made on " + created + ", " + days + " days ago",
                    "more than " + image.demands().maxBaseAge() + " days");
              }
            });
  }
}
