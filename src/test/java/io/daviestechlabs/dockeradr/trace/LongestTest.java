package io.daviestechlabs.dockeradr.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongestTest {
  @Test
  void theHeaviestAreKeptAndOfEqualsTheEarlierOnes() {
    List<Step> steps = List.of(step("a", 4), step("b", 3), step("c", 2), step("d", 1));

    assertThat(Longest.of(steps, new long[] {5, 7, 5, 5}, 2))
        .extracting(Step::name)
        .containsExactly("b", "a");
  }

  @Test
  void theyStandInTheOrderInWhichTheyBegan() {
    List<Step> steps = List.of(step("late", 9), waiting("never"), step("b", 1), step("c", 1));

    assertThat(Longest.of(steps, new long[] {1, 2, 3, 4}, 9))
        .extracting(Step::name)
        .containsExactly("b", "c", "late", "never");
  }

  private static Step step(String name, long second) {
    return step(name, Optional.of(Instant.ofEpochSecond(second)));
  }

  private static Step waiting(String name) {
    return step(name, Optional.empty());
  }

  private static Step step(String name, Optional<Instant> started) {
    return new Step(
        1, name, started, started, false, Optional.empty(), List.of(), "", 0, List.of());
  }
}
