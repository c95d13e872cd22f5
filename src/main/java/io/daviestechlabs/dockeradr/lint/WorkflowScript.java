package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.workflow.Step;
import io.daviestechlabs.dockeradr.workflow.Value;
import java.util.stream.Stream;

/** What the script of a workflow's step calls. */
public final class WorkflowScript {
  private static final char STAND_IN = 'x';

  private WorkflowScript() {}

  /** Every program that the script of a step calls; the expressions of the workflow are words. */
  public static Stream<Call> calls(Step step) {
    return step.run().stream().flatMap(run -> Script.parse(text(run), Dialect.BASH).calls());
  }

  private static Text text(Value run) {
    Text.Builder script = new Text.Builder(run.span().start());
    for (Text line : run.lines()) {
      append(script, line);
      int end = line.span().end();
      script.append('\n', end, end);
    }
    return script.build();
  }

  /** A shell would take <code>${{ env.REF }}</code> for an expansion of its own, and a bad one. */
  private static void append(Text.Builder script, Text line) {
    String chars = line.toString();
    int done = 0;
    for (int open = chars.indexOf("${{"); open >= 0; open = chars.indexOf("${{", done)) {
      int close = chars.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      script.append(line.subSequence(done, open));
      for (int i = open; i < close + 2; i++) {
        script.append(STAND_IN, line.offset(i), line.endOffset(i));
      }
      done = close + 2;
    }
    script.append(line.from(done));
  }
}
