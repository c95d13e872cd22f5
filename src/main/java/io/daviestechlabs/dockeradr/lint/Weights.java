package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CheckOptions;
import java.util.Map;
import java.util.Set;

/**
 * How much rules matter in a run.
 *
 * @param families whose rules run
 * @param severities weights by rule id, where they differ from the rule's own
 * @param locked the least weights, by rule id, of rules that neither comments nor settings of a
 *     module may quieten
 */
public record Weights(
    Set<Family> families, Map<String, Severity> severities, Map<String, Severity> locked) {
  /** Keeps copies. */
  public Weights {
    families = Set.copyOf(families);
    severities = Map.copyOf(severities);
    locked = Map.copyOf(locked);
  }

  /** Each rule's own. */
  static Weights own() {
    return new Weights(Set.of(Family.values()), Map.of(), Map.of());
  }

  /** The same with other families. */
  Weights withFamilies(Set<Family> other) {
    return new Weights(other, severities, locked);
  }

  /** The same with other weights. */
  Weights withSeverities(Map<String, Severity> other) {
    return new Weights(families, other, locked);
  }

  /** The same with rules that nothing may quieten. */
  Weights withLocked(Map<String, Severity> other) {
    return new Weights(families, severities, other);
  }

  /** The weight of a rule, as far as no file says otherwise. */
  Severity of(Rule rule) {
    Severity asked =
        families.contains(rule.meta().family())
            ? severities.getOrDefault(rule.id(), rule.meta().severity())
            : Severity.OFF;
    Severity least = locked.getOrDefault(rule.id(), Severity.OFF);
    return asked.atLeast(least) ? asked : least;
  }

  /**
   * The weight of a rule in a file with options for BuildKit's checks. They are heeded as BuildKit
   * heeds them, but a weight that the project gives to a rule stays, and so does a lock.
   */
  Severity of(Rule rule, CheckOptions checks) {
    Severity asked = of(rule);
    if (rule.meta().family() != Family.BUILDKIT
        || !families.contains(Family.BUILDKIT)
        || locked.containsKey(rule.id())) {
      return asked;
    }
    boolean experimental = rule.meta().severity() == Severity.OFF;
    if (!experimental && checks.skips(rule.id())) {
      return Severity.OFF;
    }
    if (severities.containsKey(rule.id())) {
      return asked;
    }
    if (experimental && !checks.asksFor(rule.id())) {
      return Severity.OFF;
    }
    return checks.error() ? Severity.ERROR : Severity.WARNING;
  }

  /** Whether a rule may report in some file. */
  boolean canRun(Rule rule) {
    boolean optIn = rule.meta().family() == Family.BUILDKIT && !severities.containsKey(rule.id());
    return of(rule) != Severity.OFF || (optIn && families.contains(rule.meta().family()));
  }
}
