package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** BuildKit would refuse the file; its own words say why. */
public final class Adr0001ParseError implements Rule {
  private static final Meta META = Meta.of(Severity.ERROR, "BuildKit cannot parse the Dockerfile");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Problem problem : pass.file().problems()) {
      pass.report(problem.span(), problem.message());
    }
  }
}
