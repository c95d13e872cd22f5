package io.daviestechlabs.dockeradr.workflow;

import java.util.List;
import java.util.Map;

/**
 * A job of a workflow.
 *
 * @param steps in order
 * @param env variables of the job, by name
 */
public record Job(List<Step> steps, Map<String, Value> env) {
  /** Keeps copies. */
  public Job {
    steps = List.copyOf(steps);
    env = Map.copyOf(env);
  }
}
