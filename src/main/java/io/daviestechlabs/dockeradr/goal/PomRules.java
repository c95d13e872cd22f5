package io.daviestechlabs.dockeradr.goal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the configuration in a POM says of rules, as it is written.
 *
 * @param severities weights by code or name
 * @param locked codes or names of rules that those who inherit it may not quieten
 */
public record PomRules(Map<String, String> severities, List<String> locked) {
  /** Keeps copies; an empty element is a rule without a weight, or no rule at all. */
  public PomRules {
    severities = Collections.unmodifiableMap(new TreeMap<>(severities));
    locked = locked.stream().filter(Objects::nonNull).toList();
  }
}
