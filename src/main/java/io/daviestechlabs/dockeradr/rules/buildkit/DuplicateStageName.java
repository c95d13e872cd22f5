package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.HashSet;
import java.util.Set;

/** Two stages of one name, the first of which nobody can mean any more. */
public final class DuplicateStageName implements Rule {
  private static final Meta META = Meta.buildkit("Stage names should be unique");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Set<String> seen = new HashSet<>();
    for (Stage stage : pass.file().stages()) {
      stage.name().filter(name -> !seen.add(name)).ifPresent(name -> report(pass, stage, name));
    }
  }

  private static void report(Pass pass, Stage stage, String name) {
    pass.report(
        stage.from().alias().get().span(),
        "Duplicate stage name " + GoQuote.quote(name) + ", stage names should be unique",
        "hides the stage of this name above");
  }
}
