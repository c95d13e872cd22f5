package io.daviestechlabs.dockeradr.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an image must be like after the build.
 *
 * @param labels that it must have, with their values
 * @param user that it must run as, empty where any will do
 * @param healthCheck whether it must have a health check, empty where either will do
 */
public record Expectation(
    Map<String, String> labels, Optional<String> user, Optional<Boolean> healthCheck) {
  public Expectation {
    labels = Map.copyOf(labels);
  }

  /** What differs, one sentence each, in a stable order. */
  public List<String> differences(ImageFacts facts) {
    List<String> found = new ArrayList<>();
    labels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(label -> label(label.getKey(), label.getValue(), facts).ifPresent(found::add));
    user.filter(name -> !name.equals(facts.user()))
        .ifPresent(name -> found.add("user is '" + facts.user() + "', not '" + name + "'"));
    healthCheck
        .filter(wanted -> wanted != facts.hasHealthCheck())
        .ifPresent(
            wanted -> found.add(wanted ? "health check is missing" : "health check is there"));
    return List.copyOf(found);
  }

  private static Optional<String> label(String key, String value, ImageFacts facts) {
    String actual = facts.labels().get(key);
    if (actual == null) {
      return Optional.of("label " + key + " is missing");
    }
    return actual.equals(value)
        ? Optional.empty()
        : Optional.of("label " + key + " is '" + actual + "', not '" + value + "'");
  }
}
