package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.OciLabel;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.Optional;

/** Tools that read labels trust their form. */
public final class Image0402ImageLabelMalformed implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A label of the image is not as the image specification has it");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    image
        .config()
        .labels()
        .forEach(
            (key, value) ->
                fault(key, value)
                    .ifPresent(fault -> pass.report(image.outline().ofLabel(key), fault)));
  }

  /** An empty one that has to be there is another rule's business. */
  private static Optional<String> fault(String key, String value) {
    return OciLabel.faultOfKey(key)
        .or(
            () ->
                OciLabel.of(key)
                    .filter(label -> !value.isBlank())
                    .flatMap(label -> label.faultOf(value))
                    .map(fault -> "label '" + key + "' is " + fault));
  }
}
