package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.BuildCommand;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.PassedBuilder;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.SetVariable;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;
import java.util.Set;

/** A builder that knows no cache mounts, or not the one that was set up. */
public final class Adr1103LegacyBuilder implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "BuildKit is switched off, or the builder passed by that was set up")
          .on(FileKind.WORKFLOW, FileKind.MAKEFILE);

  /** As Go's strconv.ParseBool reads them. */
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "False", "FALSE");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (SetVariable variable : pass.variables()) {
      if (variable.name().equals("DOCKER_BUILDKIT") && FALSE.contains(variable.value())) {
        pass.report(
            variable.span(),
            "'DOCKER_BUILDKIT=" + variable.value() + "' asks for the legacy builder",
            "no cache mounts, no secrets, no COPY --link");
      }
    }
    boolean isChosen = pass.variables().stream().anyMatch(v -> v.name().equals("BUILDX_BUILDER"));
    if (!isChosen && pass.subject() instanceof WorkflowSubject workflow) {
      workflow.jobs().stream()
          .flatMap(job -> PassedBuilder.in(job).stream())
          .forEach(command -> warn(pass, command));
    }
  }

  private static void warn(Pass pass, BuildCommand command) {
    pass.asWarning()
        .report(
            command.call().nameSpan().to(command.word().span()),
            "'docker build' passes by the builder that the job has set up",
            "docker buildx build uses it");
  }
}
