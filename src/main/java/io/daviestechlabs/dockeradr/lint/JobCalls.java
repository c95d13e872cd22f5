package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.workflow.Job;
import java.util.List;

/**
 * A job of a workflow with what its scripts call.
 *
 * @param job as parsed
 * @param calls of all of its steps, in order
 */
public record JobCalls(Job job, List<Call> calls) {
  static JobCalls of(Job job) {
    return new JobCalls(job, job.steps().stream().flatMap(WorkflowScript::calls).toList());
  }
}
