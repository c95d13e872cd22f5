package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Platform;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.Optional;

/** A stage that is built for one platform, whatever the target is. */
public final class FromPlatformFlagConstDisallowed implements Rule {
  private static final Meta META =
      Meta.buildkit("FROM --platform flag should not use a constant value");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.file().stages()) {
      stage
          .from()
          .platform()
          .flatMap(Word::literal)
          .ifPresent(platform -> check(pass, stage, platform.toString()));
    }
  }

  private static void check(Pass pass, Stage stage, String text) {
    String name = stage.name().orElse("");
    boolean isConstant =
        Platform.parse(text)
            .filter(p -> !name.contains(p.os()) && !name.contains(p.architecture()))
            .isPresent();
    if (isConstant) {
      pass.report(
          stage.from(),
          stage.from().flag("platform").get().span(),
          "FROM --platform flag should not use constant value " + GoQuote.quote(text),
          "whatever platform is built for",
          Optional.empty());
    }
  }
}
