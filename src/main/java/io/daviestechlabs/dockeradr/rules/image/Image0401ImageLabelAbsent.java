package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;

/** Who finds the image in a registry has nothing else to know it by. */
public final class Image0401ImageLabelAbsent implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "The image lacks a label that every image has");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    List<String> absent =
        pass.options().requiredLabels().stream()
            .filter(key -> image.config().labels().getOrDefault(key, "").isBlank())
            .map(key -> "'" + key + "'")
            .toList();
    if (!absent.isEmpty()) {
      String noun = absent.size() == 1 ? "label " : "labels ";
      String verb = absent.size() == 1 ? " is missing" : " are missing";
      pass.report(image.outline().image(), noun + String.join(", ", absent) + verb);
    }
  }
}
