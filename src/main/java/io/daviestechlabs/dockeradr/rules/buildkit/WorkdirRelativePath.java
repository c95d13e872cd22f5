package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A directory that depends on where the base image happens to be. */
public final class WorkdirRelativePath implements Rule {
  private static final Meta META =
      Meta.buildkit(
          "Relative workdir without an absolute workdir declared within the build can have"
              + " unexpected results if the base image changes");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Set<Stage> set = new HashSet<>();
    for (Stage stage : pass.file().stages()) {
      boolean isSet = pass.facts().stages().base(stage).filter(set::contains).isPresent();
      for (BuildStep step : pass.facts().steps(stage)) {
        if (step.instruction() instanceof Workdir workdir) {
          if (!isSet) {
            step.value(workdir.path())
                .filter(path -> !step.isAbsolute(path))
                .ifPresent(path -> report(pass, step, workdir, path));
          }
          isSet = true;
        }
      }
      if (isSet) {
        set.add(stage);
      }
    }
  }

  private static void report(Pass pass, BuildStep step, Workdir workdir, String path) {
    pass.report(
        workdir,
        step.spanOf(workdir.path()),
        "Relative workdir "
            + GoQuote.quote(path)
            + " can have unexpected results if the base image changes",
        "below the directory of the base image",
        Optional.empty());
  }
}
