package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Expansion;
import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;

/** Without build arguments FROM names no image. */
public final class InvalidDefaultArgInFrom implements Rule {
  private static final Meta META =
      Meta.buildkit("Default value for global ARG results in an empty or invalid base image name");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Scope scope = pass.facts().stages().global().bare();
    boolean fails =
        pass.file().globalArgs().stream()
            .flatMap(arg -> arg.pairs().stream())
            .flatMap(pair -> pair.value().stream())
            .anyMatch(value -> value.expand(scope).error().isPresent());
    if (fails) {
      return;
    }
    for (Stage stage : pass.file().stages()) {
      Word image = stage.from().image();
      Expansion expanded = image.expand(scope);
      if (expanded.error().isPresent()) {
        return;
      }
      if (ImageRef.parse(expanded.value()).image().isEmpty()) {
        pass.report(
            image.span(),
            "Default value for ARG " + image + " results in empty or invalid base image name",
            expanded.value().isEmpty() ? "empty without build arguments" : "no name of an image");
      }
    }
  }
}
