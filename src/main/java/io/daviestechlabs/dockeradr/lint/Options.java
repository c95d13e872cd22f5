package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CheckOptions;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a project, or its policy, asks of all rules.
 *
 * @param families whose rules run
 * @param severities weights by rule id, where they differ from the rule's own
 * @param minimumSyntax oldest frontend that is accepted, such as {@code 1.7}
 * @param knownFrontends repositories of frontends that may read a Dockerfile, from whatever
 *     registry where none is named
 * @param requiredLabels keys of labels that every image has
 * @param contextBudget how many bytes a build context may have
 * @param locked codes of rules that neither comments nor weights may quieten
 * @param today the day of the run, on which comments with an end may be over
 */
public record Options(
    Set<Family> families,
    Map<String, Severity> severities,
    String minimumSyntax,
    List<String> knownFrontends,
    List<String> requiredLabels,
    long contextBudget,
    Set<String> locked,
    LocalDate today) {
  private static final String OCI = "org.opencontainers.image.";

  /** Keeps copies. */
  public Options {
    families = Set.copyOf(families);
    severities = Map.copyOf(severities);
    knownFrontends = List.copyOf(knownFrontends);
    requiredLabels = List.copyOf(requiredLabels);
    locked = Set.copyOf(locked);
  }

  /** The decision as it is written, and all other families with it. */
  public static Options adr() {
    return new Options(
        EnumSet.allOf(Family.class),
        Map.of(),
        "1.7",
        List.of("docker/dockerfile", "docker/dockerfile-upstream"),
        List.of(
            OCI + "title", OCI + "description", OCI + "vendor", OCI + "source", OCI + "licenses"),
        100_000_000,
        Set.of(),
        LocalDate.EPOCH);
  }

  /** The weight of a rule in this run, as far as no file says otherwise. */
  public Severity severity(Rule rule) {
    return families.contains(rule.meta().family()) ? weight(rule) : Severity.OFF;
  }

  private Severity weight(Rule rule) {
    Severity own = rule.meta().severity();
    Severity asked = severities.getOrDefault(rule.id(), own);
    return isLocked(rule) && own.atLeast(asked) ? own : asked;
  }

  /** Whether nothing may quieten a rule. */
  public boolean isLocked(Rule rule) {
    return locked.contains(rule.id());
  }

  /**
   * The weight of a rule in a file with options for BuildKit's checks. They are heeded as BuildKit
   * heeds them, but a weight that the project gives to a rule stays.
   */
  Severity severity(Rule rule, CheckOptions checks) {
    Severity asked = severity(rule);
    if (rule.meta().family() != Family.BUILDKIT || !families.contains(Family.BUILDKIT)) {
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
    return severity(rule) != Severity.OFF || (optIn && families.contains(rule.meta().family()));
  }

  /** The same with other families. */
  public Options withFamilies(Set<Family> other) {
    return new Options(
        other,
        severities,
        minimumSyntax,
        knownFrontends,
        requiredLabels,
        contextBudget,
        locked,
        today);
  }

  /** The same with other weights. */
  public Options withSeverities(Map<String, Severity> other) {
    return new Options(
        families,
        other,
        minimumSyntax,
        knownFrontends,
        requiredLabels,
        contextBudget,
        locked,
        today);
  }

  /** The same with rules that nothing may quieten. */
  public Options withLocked(Set<String> other) {
    return new Options(
        families,
        severities,
        minimumSyntax,
        knownFrontends,
        requiredLabels,
        contextBudget,
        other,
        today);
  }

  /** The same on another day. */
  public Options withToday(LocalDate other) {
    return new Options(
        families,
        severities,
        minimumSyntax,
        knownFrontends,
        requiredLabels,
        contextBudget,
        locked,
        other);
  }
}
