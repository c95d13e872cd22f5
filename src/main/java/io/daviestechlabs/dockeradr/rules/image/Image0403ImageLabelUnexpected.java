package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.TreeMap;

/** What the project expects of its labels is compared with what was built. */
public final class Image0403ImageLabelUnexpected implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "A label of the image has another value than the project says");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    new TreeMap<>(image.demands().labels())
        .forEach((key, wanted) -> check(pass, key, wanted, image.config().labels().get(key)));
  }

  private static void check(Pass pass, String key, String wanted, String found) {
    if (!wanted.equals(found)) {
      String is = found == null ? "is missing" : "is '" + found + "'";
      pass.report(
          pass.image().outline().ofLabel(key),
          "label '" + key + "' " + is + ", and should be '" + wanted + "'");
    }
  }
}
