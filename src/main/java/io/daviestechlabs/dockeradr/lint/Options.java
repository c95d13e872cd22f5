package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CheckOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a project, or its policy, asks of all rules.
 *
 * @param weights how much they matter
 * @param settings what the POMs say of single rules, as they say it
 * @param minimumSyntax oldest frontend that is accepted, such as {@code 1.7}
 * @param knownFrontends repositories of frontends that may read a Dockerfile, from whatever
 *     registry where none is named
 * @param requiredLabels keys of labels that every image has
 * @param contextBudget how many bytes a build context may have
 * @param today the day of the run, on which comments with an end may be over
 */
public record Options(
    Weights weights,
    List<RuleSetting> settings,
    String minimumSyntax,
    List<String> knownFrontends,
    List<String> requiredLabels,
    long contextBudget,
    LocalDate today) {
  private static final String OCI = "org.opencontainers.image.";

  /** Keeps copies. */
  public Options {
    settings = List.copyOf(settings);
    knownFrontends = List.copyOf(knownFrontends);
    requiredLabels = List.copyOf(requiredLabels);
  }

  /** The decision as it is written, and all other families with it. */
  public static Options adr() {
    return new Options(
        Weights.own(),
        List.of(),
        "1.7",
        List.of("docker/dockerfile", "docker/dockerfile-upstream"),
        List.of(
            OCI + "title", OCI + "description", OCI + "vendor", OCI + "source", OCI + "licenses"),
        100_000_000,
        LocalDate.EPOCH);
  }

  /** The weight of a rule in this run, as far as no file says otherwise. */
  public Severity severity(Rule rule) {
    return weights.of(rule);
  }

  /** The weight of a rule in a file with options for BuildKit's checks. */
  Severity severity(Rule rule, CheckOptions checks) {
    return weights.of(rule, checks);
  }

  /** Whether neither comments nor settings may quieten a rule. */
  public boolean isLocked(Rule rule) {
    return weights.locked().containsKey(rule.id());
  }

  /** Whether a setting switches a rule off; an id that no rule has is not. */
  public boolean switchesOff(String id) {
    return weights.severities().get(id) == Severity.OFF && !weights.locked().containsKey(id);
  }

  /** The same with other weights. */
  private Options with(Weights other) {
    return new Options(
        other, settings, minimumSyntax, knownFrontends, requiredLabels, contextBudget, today);
  }

  /** The same with other families. */
  public Options withFamilies(Set<Family> other) {
    return with(weights.withFamilies(other));
  }

  /** The same with other weights by rule id. */
  public Options withSeverities(Map<String, Severity> other) {
    return with(weights.withSeverities(other));
  }

  /** The same with rules, by id, that nothing may quieten below a weight. */
  public Options withLocked(Map<String, Severity> other) {
    return with(weights.withLocked(other));
  }

  /** The same with what POMs say. */
  public Options withSettings(List<RuleSetting> other) {
    return new Options(
        weights, other, minimumSyntax, knownFrontends, requiredLabels, contextBudget, today);
  }

  /** The same with other labels that every image has. */
  public Options withRequiredLabels(List<String> other) {
    return new Options(
        weights, settings, minimumSyntax, knownFrontends, other, contextBudget, today);
  }

  /** The same with other frontends, from a version on. */
  public Options withFrontends(String minimum, List<String> known) {
    return new Options(weights, settings, minimum, known, requiredLabels, contextBudget, today);
  }

  /** The same with another size of contexts. */
  public Options withContextBudget(long other) {
    return new Options(
        weights, settings, minimumSyntax, knownFrontends, requiredLabels, other, today);
  }

  /** The same on another day. */
  public Options withToday(LocalDate other) {
    return new Options(
        weights, settings, minimumSyntax, knownFrontends, requiredLabels, contextBudget, other);
  }
}
