package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.Set;

/** A stage that is called like something else. */
public final class ReservedStageName implements Rule {
  private static final Meta META =
      Meta.buildkit("Reserved words should not be used as stage names");

  @Override
  public Meta meta() {
    return META;
  }

  private static final Set<String> RESERVED = Set.of("scratch", "context");

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.file().stages()) {
      stage.name().filter(RESERVED::contains).ifPresent(name -> report(pass, stage, name));
    }
  }

  private static void report(Pass pass, Stage stage, String name) {
    pass.report(
        stage.from().alias().get().span(),
        "Stage name should not use the same name as reserved stage " + GoQuote.quote(name),
        "has a meaning of its own");
  }
}
