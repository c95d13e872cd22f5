package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Cmd;
import io.daviestechlabs.dockeradr.dockerfile.Entrypoint;
import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Instructions of which only the last one counts. */
public final class MultipleInstructionsDisallowed implements Rule {
  private static final Meta META =
      Meta.buildkit("Multiple instructions of the same type should not be used in the same stage");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.file().stages()) {
      Map<String, BuildStep> last = new HashMap<>();
      for (BuildStep step : pass.facts().steps(stage)) {
        Instruction instruction = step.instruction();
        boolean counts =
            instruction instanceof Cmd
                || instruction instanceof Entrypoint
                || instruction instanceof Healthcheck;
        BuildStep before = counts ? last.put(instruction.name(), step) : null;
        if (before != null) {
          report(pass, before, instruction);
        }
      }
    }
  }

  private static void report(Pass pass, BuildStep before, Instruction later) {
    pass.report(
        later,
        before.place().keyword().span(),
        "Multiple "
            + later.keyword()
            + " instructions should not be used in the same stage because only the last one will"
            + " be used",
        "overruled on line " + later.startLine(),
        Optional.empty());
  }
}
