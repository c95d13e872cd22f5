package io.daviestechlabs.dockeradr.workflow;

import java.util.Map;
import java.util.Optional;

/**
 * A step of a job.
 *
 * @param uses the action, as {@code docker/build-push-action@v5}
 * @param run the script
 * @param shell what runs the script, where step, job or workflow say so
 * @param with inputs of the action whose values are scalars, by name
 * @param env variables of the step alone, by name
 */
public record Step(
    Optional<Value> uses,
    Optional<Value> run,
    Optional<String> shell,
    Map<String, Value> with,
    Map<String, Value> env) {
  /** Keeps copies. */
  public Step {
    with = Map.copyOf(with);
    env = Map.copyOf(env);
  }

  /** Whether it uses an action, whatever its version and wherever it is fetched from. */
  public boolean uses(String action) {
    return uses.map(Value::toString)
        .map(written -> written.substring(0, (written + "@").indexOf('@')))
        .filter(name -> name.equals(action) || name.endsWith("/" + action))
        .isPresent();
  }
}
