package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps along the time that a build took, side by side where they ran at once.
 *
 * @param start of the first step
 * @param length from there to the end of the last one
 * @param bars the longest ones, in order of their start
 * @param lanes how many stand side by side
 * @param left how many steps are not drawn
 */
record Timeline(Instant start, Duration length, List<Bar> bars, int lanes, int left) {
  /** More of them would be thinner than a pixel. */
  static final int MOST_BARS = 150;

  private static final int MOST_LANES = 24;

  /**
   * One step.
   *
   * @param step that it stands for
   * @param lane from 0
   * @param ready when all that it builds on was there, as far as its lane has room to show it
   * @param from when it began
   * @param to when it ended, or the build did
   */
  record Bar(Step step, int lane, Instant ready, Instant from, Instant to) {}

  /** Draws what took time; empty where nothing is known of any. */
  static Optional<Timeline> of(List<Step> steps) {
    List<Step> timed = new ArrayList<>();
    Map<Integer, Instant> ends = new HashMap<>();
    Instant start = Instant.MAX;
    Instant end = Instant.MIN;
    for (Step step : steps) {
      if (step.started().isPresent()) {
        Instant from = step.started().get();
        Instant to = step.completed().orElse(from);
        timed.add(step);
        start = from.isBefore(start) ? from : start;
        end = to.isAfter(end) ? to : end;
        if (step.completed().isPresent()) {
          ends.put(step.number(), to);
        }
      }
    }
    if (timed.isEmpty()) {
      return Optional.empty();
    }
    long[] weights = new long[timed.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = timed.get(i).duration(end).toNanos();
    }
    List<Instant> free = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (Step step : Longest.of(timed, weights, MOST_BARS)) {
      Instant from = step.started().get();
      Instant completed = step.completed().orElse(end);
      Instant to = completed.isBefore(from) ? end : completed;
      Instant ready = ready(step, ends, start, from);
      int lane = lane(free, from);
      if (lane == free.size()) {
        free.add(to);
      } else {
        Instant before = free.set(lane, to);
        ready = before.isAfter(ready) ? before : ready;
      }
      bars.add(new Bar(step, lane, ready, from, to));
    }
    Duration length = Duration.between(start, end);
    return Optional.of(
        new Timeline(
            start,
            length.isZero() ? Duration.ofMillis(1) : length,
            bars,
            free.size(),
            timed.size() - bars.size()));
  }

  private static int lane(List<Instant> free, Instant from) {
    int lane = 0;
    while (lane < free.size() && lane < MOST_LANES - 1 && free.get(lane).isAfter(from)) {
      lane++;
    }
    return lane;
  }

  /** Between this and its beginning, a step waited for a free processor, or for a lock. */
  private static Instant ready(Step step, Map<Integer, Instant> ends, Instant start, Instant from) {
    Instant ready = start;
    for (int input : step.inputs()) {
      Instant end = ends.get(input);
      if (end != null && end.isAfter(ready)) {
        ready = end;
      }
    }
    return step.inputs().isEmpty() || ready.isAfter(from) ? from : ready;
  }

  /** Where a moment lies, in hundredths of the whole. */
  double percent(Instant moment) {
    double part = (double) Duration.between(start, moment).toNanos() / length.toNanos();
    return Math.max(0, Math.min(100, 100 * part));
  }
}
