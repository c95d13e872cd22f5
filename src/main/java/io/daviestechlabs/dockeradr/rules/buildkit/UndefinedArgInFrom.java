package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Suggestion;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.NearestNames;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.Optional;

/** FROM names a variable that nobody declares. */
public final class UndefinedArgInFrom implements Rule {
  private static final Meta META = Meta.buildkit("FROM command must use declared ARGs");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Scope scope = pass.facts().stages().global();
    NearestNames names = new NearestNames();
    for (Stage stage : pass.file().stages()) {
      From from = stage.from();
      check(pass, from, from.image(), scope, names);
      from.platform().ifPresent(platform -> check(pass, from, platform, scope, names));
    }
  }

  private static void check(Pass pass, From from, Word word, Scope scope, NearestNames names) {
    if (!word.hasVariables()) {
      return;
    }
    for (String name : word.expand(scope.bare()).unmatched()) {
      if (scope.knowledge(name) == Scope.Knowledge.UNKNOWN) {
        pass.report(
            from,
            word.spanOf(name),
            "FROM argument '"
                + name
                + "' is not declared"
                + Suggestion.suffix(names.nearest(name, scope)),
            "no ARG above the first FROM declares it",
            Optional.empty());
      }
    }
  }
}
