package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.BuildCommand;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Span;

/** An image for whatever machine the command happens to run on. */
public final class Adr1102BuildxWithoutPlatform implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "An image is built for the platform of whoever builds it")
          .on(FileKind.WORKFLOW, FileKind.MAKEFILE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    boolean isSetForAll =
        pass.variables().stream().anyMatch(v -> v.name().equals("DOCKER_DEFAULT_PLATFORM"));
    if (isSetForAll) {
      return;
    }
    for (BuildCommand command : pass.commands()) {
      boolean isKnown = command.kind() != BuildCommand.Kind.BAKE && !command.hasUnknownFlags();
      if (isKnown && !command.arguments().has("--platform")) {
        pass.report(
            place(command),
            "'" + name(command) + "' without '--platform'",
            "builds for the machine that it runs on");
      }
    }
  }

  private static Span place(BuildCommand command) {
    return command.call().nameSpan().to(command.word().span());
  }

  private static String name(BuildCommand command) {
    return command.kind() == BuildCommand.Kind.BUILDX ? "docker buildx build" : "docker build";
  }
}
