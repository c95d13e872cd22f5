package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.workflow.Step;
import io.daviestechlabs.dockeradr.workflow.Value;
import java.util.List;
import java.util.stream.Stream;

/** What the script of a workflow's step calls. */
public final class WorkflowScript {
  private WorkflowScript() {}

  /** Every program that the script of a step calls; the expressions of the workflow are words. */
  public static Stream<Call> calls(Step step) {
    return step.run().stream().flatMap(run -> Script.parse(text(run), dialect(step)).calls());
  }

  private static Dialect dialect(Step step) {
    return step.shell()
        .map(shell -> Dialect.of(List.of(shell.strip().split("\\s+"))))
        .orElse(Dialect.BASH);
  }

  private static Text text(Value run) {
    Text.Builder script = new Text.Builder(run.span().start());
    for (Text line : run.lines()) {
      script.append(Embedded.workflow(line));
      int end = line.span().end();
      script.append('\n', end, end);
    }
    return script.build();
  }
}
