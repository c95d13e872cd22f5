package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws progress as lines of text; where they are shown is not its business. */
public final class ProgressView {
  private static final int MAX_RUNNING = 6;
  private static final int TIME = 8;
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private ProgressView() {}

  /**
   * The live view: one line for the whole, one or two for each step at work.
   *
   * @param steps all steps so far
   * @param width of the terminal; no line is wider
   * @param now the moment that is shown
   */
  public static List<String> lines(List<Step> steps, int width, Instant now) {
    List<Step> running = new ArrayList<>();
    int instructions = 0;
    int done = 0;
    int cached = 0;
    for (Step step : steps) {
      if (step.isRunning()) {
        running.add(step);
      }
      if (step.isInstruction() && !step.isBase()) {
        instructions++;
        done += step.completed().isPresent() ? 1 : 0;
        cached += step.cached() ? 1 : 0;
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        fit(
            "building "
                + Amount.time(elapsed(steps, now))
                + ", "
                + done
                + " of "
                + instructions
                + " steps done"
                + (cached > 0 ? ", " + cached + " cached" : ""),
            width));
    for (Step step : running.subList(0, Math.min(MAX_RUNNING, running.size()))) {
      lines.add(fit(column(Amount.time(step.duration(now))) + step.name(), width));
      Optional<String> activity = activity(step);
      if (activity.isPresent()) {
        lines.add(fit(column("") + "  " + activity.get(), width));
      }
    }
    if (running.size() > MAX_RUNNING) {
      lines.add(fit(column("") + "and " + (running.size() - MAX_RUNNING) + " more", width));
    }
    return List.copyOf(lines);
  }

  /**
   * The line for a step that ended, for logs; empty for what nobody waits for.
   *
   * @param step a finished step
   * @param width longer names of steps are cut
   */
  public static Optional<String> line(Step step, int width) {
    if ((step.isCacheImport() || step.isCacheExport()) && isCancelled(step)) {
      return Optional.empty();
    }
    if (step.isCacheImport() && step.error().isPresent()) {
      return Optional.of(column("") + unusedCache(step));
    }
    if (step.isCacheExport() && step.error().isPresent()) {
      return Optional.of(column("") + "cache not written: " + reason(step));
    }
    boolean quick = step.duration().compareTo(WORTH_TELLING) < 0;
    if (step.error().isEmpty() && quick && (!step.isInstruction() || step.isBase())) {
      return Optional.empty();
    }
    String state =
        step.error().isPresent()
            ? "FAILED"
            : step.cached() ? "CACHED" : Amount.time(step.duration());
    return Optional.of(fit(column(state) + step.name(), width));
  }

  /** Whether a cache could not be read or written for a reason that somebody should look into. */
  public static boolean isLoss(Step step) {
    boolean failed = step.error().isPresent();
    return failed && (step.isCacheExport() || step.isCacheImport() && !isFirst(step));
  }

  /** Whether there is no cache at a place: the first build finds none, and nothing is wrong. */
  public static boolean isFirst(Step step) {
    return step.isCacheImport() && step.error().orElse("").endsWith("not found");
  }

  /** As it is when something else has failed. */
  private static boolean isCancelled(Step step) {
    return step.error().orElse("").contains("context canceled");
  }

  private static String unusedCache(Step step) {
    String reference = step.cacheReference();
    return isFirst(step)
        ? "no cache yet at " + reference
        : "cache " + reference + " not used: " + reason(step);
  }

  private static String reason(Step step) {
    return Reason.of(step.error().orElse(""));
  }

  private static Duration elapsed(List<Step> steps, Instant now) {
    Instant first = now;
    for (Step step : steps) {
      if (step.started().isPresent() && step.started().get().isBefore(first)) {
        first = step.started().get();
      }
    }
    return Duration.between(first, now);
  }

  private static Optional<String> activity(Step step) {
    if (!step.doing().isEmpty()) {
      return Optional.of(step.doing());
    }
    return step.output().isEmpty()
        ? Optional.empty()
        : Optional.of(step.output().get(step.output().size() - 1));
  }

  private static String column(String text) {
    return " ".repeat(Math.max(0, TIME - text.length())) + text + "  ";
  }

  private static String fit(String line, int width) {
    return width < 2 || line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }
}
