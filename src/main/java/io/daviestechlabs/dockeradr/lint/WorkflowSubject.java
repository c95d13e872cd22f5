package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.util.List;

/**
 * A workflow of a code host.
 *
 * @param workflow as parsed
 * @param calls the programs that the scripts of its steps call
 * @param builds of Docker's own actions, and of the command lines of buildx
 */
public record WorkflowSubject(Workflow workflow, List<Call> calls, List<CachedBuild> builds)
    implements ScriptedSubject {
  /** A workflow that was read. */
  public static WorkflowSubject of(Workflow workflow) {
    List<Call> calls = workflow.steps().stream().flatMap(WorkflowScript::calls).toList();
    return new WorkflowSubject(workflow, calls, CachedBuild.in(workflow, calls));
  }

  /** Whether it is for GitHub alone, as far as its folder tells. */
  public boolean isOnGitHub() {
    return source().name().matches("(?:.*[/\\\\])?\\.github[/\\\\].*");
  }

  @Override
  public Source source() {
    return workflow.source();
  }

  @Override
  public FileKind kind() {
    return FileKind.WORKFLOW;
  }
}
