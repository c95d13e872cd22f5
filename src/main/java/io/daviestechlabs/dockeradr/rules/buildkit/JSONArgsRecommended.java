package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Cmd;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine;
import io.daviestechlabs.dockeradr.dockerfile.Entrypoint;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Shell;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.ExecFormFix;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A program that is started by a shell, which gets the signals. */
public final class JSONArgsRecommended implements Rule {
  private static final Meta META =
      Meta.buildkit(
              "JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related"
                  + " to OS signals")
          .fixed(Fix.Safety.UNSAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Set<Stage> withShell = new HashSet<>();
    for (Stage stage : pass.file().stages()) {
      boolean hasShell = pass.facts().stages().base(stage).filter(withShell::contains).isPresent();
      for (BuildStep step : pass.facts().steps(stage)) {
        Instruction instruction = step.instruction();
        hasShell |= instruction instanceof Shell;
        if (!hasShell && instruction instanceof Cmd cmd) {
          check(pass, step, cmd.command());
        } else if (!hasShell && instruction instanceof Entrypoint entrypoint) {
          check(pass, step, entrypoint.command());
        }
      }
      if (hasShell) {
        withShell.add(stage);
      }
    }
  }

  private static void check(Pass pass, BuildStep step, CommandLine command) {
    if (command.isShellForm()) {
      Text keyword = step.instruction().keyword();
      boolean isEmpty = command.span().length() == 0;
      pass.report(
          step.instruction(),
          step.isOwn() && isEmpty ? keyword.span() : step.spanOf(command),
          "JSON arguments recommended for "
              + keyword
              + " to prevent unintended behavior related to OS signals",
          "a shell starts this, and gets the signals",
          step.isOwn() ? ExecFormFix.of((CommandLine.ShellForm) command) : Optional.empty());
    }
  }
}
