package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Surroundings;

/** All of the directory is at the build's disposal, secrets and history too. */
public final class Adr1001DockerignoreMissing implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The build context has no .dockerignore").fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Surroundings surroundings = pass.surroundings();
    boolean missing = surroundings.ignoreFile().isEmpty() && !surroundings.ignoreFileWritten();
    if (missing && surroundings.firstOfContext() && !pass.file().stages().isEmpty()) {
      pass.report(
          pass.file().stages().get(0).from().span(),
          "no .dockerignore for the build context",
          "all of the directory is at the build's disposal",
          Fix.ignoreFile("write a .dockerignore", pass.facts()));
    }
  }
}
