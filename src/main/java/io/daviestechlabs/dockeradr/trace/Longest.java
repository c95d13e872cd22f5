package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * A step with its weight, worked out once: builds have thousands of steps, and pages show some.
 *
 * @param step that is weighed
 * @param index among all steps
 * @param weight that counts
 */
record Longest(Step step, int index, long weight) {
  private static final Comparator<Longest> FIRST_TO_GO =
      Comparator.comparingLong(Longest::weight)
          .thenComparing(Comparator.comparingInt(Longest::index).reversed());

  /** The steps that weigh most, the earlier ones of equals, in the order in which they came. */
  static List<Step> of(List<Step> steps, int most, ToLongFunction<Step> weight) {
    PriorityQueue<Longest> kept = new PriorityQueue<>(FIRST_TO_GO);
    for (int i = 0; i < steps.size(); i++) {
      Longest next = new Longest(steps.get(i), i, weight.applyAsLong(steps.get(i)));
      if (kept.size() < most) {
        kept.add(next);
      } else if (FIRST_TO_GO.compare(kept.peek(), next) < 0) {
        kept.remove();
        kept.add(next);
      }
    }
    List<Longest> chosen = new ArrayList<>(kept);
    chosen.sort(Comparator.comparingInt(Longest::index));
    return chosen.stream().map(Longest::step).toList();
  }
}
