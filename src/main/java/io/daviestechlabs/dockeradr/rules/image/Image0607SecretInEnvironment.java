package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.SecretShape;

/** Who may pull the image may read its variables. */
public final class Image0607SecretInEnvironment implements Rule {
  private static final Meta META =
      Meta.image(Severity.ERROR, "A variable of the image holds a secret");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    image
        .config()
        .environment()
        .forEach(
            (name, value) ->
                SecretShape.of(name, value)
                    .ifPresent(
                        why ->
                            pass.report(
                                image.outline().ofVariable(name),
                                "variable '" + name + "' looks like a secret: " + why,
                                "who has the image can read it")));
  }
}
