package io.daviestechlabs.dockeradr.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      String key = label.getKey();
      String actual = facts.labels().get(key);
      if (actual == null) {
        found.add("label " + key + " is missing");
      } else if (!actual.equals(label.getValue())) {
        found.add("label " + key + " is '" + actual + "', not '" + label.getValue() + "'");
      }
    }
    if (user.isPresent() && !user.get().equals(facts.user())) {
      found.add("user is '" + facts.user() + "', not '" + user.get() + "'");
    }
    if (healthCheck.isPresent() && healthCheck.get() != facts.hasHealthCheck()) {
      found.add(healthCheck.get() ? "health check is missing" : "health check is there");
    }
    return List.copyOf(found);
  }
}
