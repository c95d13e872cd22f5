package io.daviestechlabs.dockeradr.workflow;

import java.util.Map;
import java.util.Optional;

/**
 * A step of a job.
 *
 * @param uses the action, as {@code docker/build-push-action@v5}
 * @param run the script
 * @param with inputs of the action whose values are scalars, by name
 */
public record Step(Optional<Value> uses, Optional<Value> run, Map<String, Value> with) {
  /** Keeps a copy. */
  public Step {
    with = Map.copyOf(with);
  }
}
