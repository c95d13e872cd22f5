package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.IgnoreProblem;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;

/** BuildKit, or who runs the workflow, would refuse the file; the parser's own words say why. */
public final class Adr0001ParseError implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "A Dockerfile, ignore file or workflow cannot be parsed")
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
          .ifPresent(
              problem ->
                  pass.report(
                      problem.span(),
                      "no YAML: " + problem.message(),
                      "nothing of the file runs; mend this line or the one before it"));
      return;
    }
    // another frontend may read what BuildKit's own does not
    if (pass.facts().syntax().unknownFrontend(pass.options().knownFrontends()).isEmpty()) {
      checkFile(pass);
    }
    if (pass.surroundings().reportsContext()) {
      pass.surroundings().ignoreFile().ifPresent(file -> check(pass, file));
    }
  }

  private static void checkFile(Pass pass) {
    for (Problem problem : pass.file().problems()) {
      pass.report(problem.span(), problem.message());
    }
    if (pass.file().problems().isEmpty()) {
      pass.facts().faults().forEach(fault -> pass.report(fault.span(), fault.message()));
    }
  }

  private static void check(Pass pass, IgnoreFile file) {
    for (IgnoreProblem problem : file.problems()) {
      pass.reportIn(file.source(), problem.span(), problem.message(), "the build fails over it");
    }
  }
}
