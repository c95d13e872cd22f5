package io.daviestechlabs.dockeradr.lint;

import java.util.List;
import java.util.Map;

/**
 * What a project, or its policy, asks of all rules.
 *
 * @param severities weights by rule id, where they differ from the rule's own
 * @param minimumSyntax oldest frontend that is accepted, such as {@code 1.7}
 * @param knownFrontends repositories of frontends that may read a Dockerfile, from whatever
 *     registry where none is named
 * @param requiredLabels keys of labels that every image has
 */
public record Options(
    Map<String, Severity> severities,
    String minimumSyntax,
    List<String> knownFrontends,
    List<String> requiredLabels) {
  private static final String OCI = "org.opencontainers.image.";

  /** Keeps copies. */
  public Options {
    severities = Map.copyOf(severities);
    knownFrontends = List.copyOf(knownFrontends);
    requiredLabels = List.copyOf(requiredLabels);
  }

  /** The decision as it is written. */
  public static Options adr() {
    return new Options(
        Map.of(),
        "1.7",
        List.of("docker/dockerfile", "docker/dockerfile-upstream"),
        List.of(
            OCI + "title", OCI + "description", OCI + "vendor", OCI + "source", OCI + "licenses"));
  }

  /** The weight of a rule in this run. */
  public Severity severity(Rule rule) {
    return severities.getOrDefault(rule.id(), rule.meta().severity());
  }

  /** The same with other weights. */
  public Options withSeverities(Map<String, Severity> other) {
    return new Options(other, minimumSyntax, knownFrontends, requiredLabels);
  }
}
