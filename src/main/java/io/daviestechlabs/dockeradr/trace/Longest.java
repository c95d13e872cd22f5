package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A step with its weight: builds have thousands of steps, and pages show some.
 *
 * @param step that is weighed
 * @param index among all steps
 * @param weight that counts
 */
record Longest(Step step, int index, long weight) implements Comparable<Longest> {
  /**
   * The steps that weigh most, the earlier ones of equals, in the order in which they began; those
   * that did not begin come last.
   *
   * @param weights of the steps, by their index
   */
  static List<Step> of(List<Step> steps, long[] weights, int most) {
    List<Longest> kept = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      kept.add(new Longest(steps.get(i), i, weights[i]));
    }
    if (kept.size() > most) {
      kept.sort(Comparator.comparingLong(Longest::weight).reversed());
      kept = kept.subList(0, most);
    }
    Collections.sort(kept);
    List<Step> longest = new ArrayList<>();
    for (Longest each : kept) {
      longest.add(each.step);
    }
    return longest;
  }

  @Override
  public int compareTo(Longest other) {
    int order = started().compareTo(other.started());
    return order != 0 ? order : Integer.compare(index, other.index);
  }

  private Instant started() {
    return step.started().orElse(Instant.MAX);
  }
}
