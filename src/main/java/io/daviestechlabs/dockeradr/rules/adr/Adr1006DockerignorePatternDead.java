package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.ignore.DeadPattern;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** A line that somebody wrote for a purpose, and that does nothing. */
public final class Adr1006DockerignorePatternDead implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "A pattern of the .dockerignore can match nothing");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (pass.surroundings().reportsContext()) {
      pass.surroundings().ignoreFile().ifPresent(file -> check(pass, file));
    }
  }

  private static void check(Pass pass, IgnoreFile file) {
    for (DeadPattern dead : DeadPattern.in(file)) {
      pass.reportIn(
          file.source(),
          dead.pattern().span(),
          "'" + dead.pattern().text() + "' does nothing",
          dead.reason());
    }
  }
}
