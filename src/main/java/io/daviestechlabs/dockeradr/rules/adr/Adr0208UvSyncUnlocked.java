package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.tools.Uv;

/** An unlocked sync writes the lock file anew where that is not up to date. */
public final class Adr0208UvSyncUnlocked implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "uv sync that is not held to the lock file");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      run.calls().stream()
          .flatMap(call -> Uv.of(call).stream())
          .filter(uv -> uv.subcommand().equals("sync") && uv.installs())
          .filter(uv -> !uv.isLocked(run.variables(uv.call())))
          .forEach(
              uv ->
                  pass.report(
                      uv.head(),
                      "uv sync without '--locked' or '--frozen'",
                      "installs other versions where uv.lock is not up to date"));
    }
  }
}
