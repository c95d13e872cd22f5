package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;

/** BuildKit, or who runs the workflow, would refuse the file; the parser's own words say why. */
public final class Adr0001ParseError implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The Dockerfile or workflow cannot be parsed")
          .on(FileKind.DOCKERFILE, FileKind.WORKFLOW);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (pass.subject() instanceof WorkflowSubject workflow) {
      workflow
          .workflow()
          .problem()
          .ifPresent(problem -> pass.report(problem.span(), "no YAML: " + problem.message()));
      return;
    }
    for (Problem problem : pass.file().problems()) {
      pass.report(problem.span(), problem.message());
    }
  }
}
