package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.util.List;

/**
 * A workflow of a code host.
 *
 * @param workflow as parsed
 * @param jobs its jobs with what their scripts call
 * @param calls the same of all jobs
 * @param variables those of workflow, jobs, steps and scripts
 * @param builds of Docker's own actions, and of the command lines of buildx
 */
public record WorkflowSubject(
    Workflow workflow,
    List<JobCalls> jobs,
    List<Call> calls,
    List<SetVariable> variables,
    List<CachedBuild> builds)
    implements ScriptedSubject {
  /** A workflow that was read. */
  public static WorkflowSubject of(Workflow workflow) {
    List<JobCalls> jobs = workflow.jobs().stream().map(JobCalls::of).toList();
    List<Call> calls = jobs.stream().flatMap(job -> job.calls().stream()).toList();
    return new WorkflowSubject(
        workflow, jobs, calls, SetVariable.in(workflow, calls), CachedBuild.in(workflow, calls));
  }

  /** Whether it is for GitHub alone, as far as its folder tells. */
  public boolean isOnGitHub() {
    return ("/" + source().name()).contains("/.github/");
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
