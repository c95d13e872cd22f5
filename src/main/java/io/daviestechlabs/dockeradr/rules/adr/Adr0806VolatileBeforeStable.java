package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Facts;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.VolatileArgument;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.DependencyInstall;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Tool;
import java.util.Optional;

/** What changes on every build belongs below what takes long. */
public final class Adr0806VolatileBeforeStable implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "build argument that changes on every build above installations");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.facts().needed()) {
      for (VolatileArgument argument : VolatileArgument.in(stage)) {
        firstInstall(pass.facts(), argument)
            .ifPresent(
                install ->
                    pass.report(
                        argument.declaration().key().span(),
                        "'"
                            + argument.declaration().name()
                            + "' changes on every build, so '"
                            + install.title()
                            + "' below is never cached",
                        "declare it where it is used"));
      }
    }
  }

  /** What compiles the source may well read the variable. */
  private static Optional<Tool> firstInstall(Facts facts, VolatileArgument argument) {
    return argument.unaware().stream()
        .filter(Run.class::isInstance)
        .flatMap(run -> facts.calls((Run) run).stream())
        .flatMap(
            call ->
                PackageTool.of(call).stream()
                    .filter(tool -> tool.downloads(call) && isInstall(tool, call))
                    .flatMap(tool -> tool.read(call).stream()))
        .findFirst();
  }

  private static boolean isInstall(PackageTool tool, Call call) {
    return !tool.usesCacheLater() || DependencyInstall.of(call).isPresent();
  }
}
