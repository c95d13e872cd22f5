package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Progress;
import io.daviestechlabs.dockeradr.buildx.ProgressView;
import io.daviestechlabs.dockeradr.buildx.Step;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Shows a running build: finished steps as lines, those at work at the foot of a terminal. */
final class BuildScreen implements Exec.Listener {
  /** A line that the terminal wraps cannot be written over, and few tell how wide they are. */
  private static final int SURE_WIDTH = 79;

  private final Progress progress;
  private final Console console;
  private final boolean verbose;
  private final Map<Integer, String> names = new TreeMap<>();
  private final Set<String> absent = new LinkedHashSet<>();
  private boolean drawn;

  /**
   * @param verbose whether the output of steps is shown too
   */
  BuildScreen(Progress progress, Console console, boolean verbose) {
    this.progress = progress;
    this.console = console;
    this.verbose = verbose;
  }

  @Override
  public void line(String line) {
    Progress.Update update = progress.accept(line);
    if (verbose) {
      for (Progress.Output out : update.output()) {
        say("#" + out.step() + " " + out.line());
      }
    }
    for (Step step : update.finished()) {
      Optional<String> text = ProgressView.line(step, console.width());
      if (text.isPresent()) {
        say(step, text.get());
      }
    }
  }

  @Override
  public void idle() {
    if (console.interactive()) {
      int width = Math.min(console.width(), SURE_WIDTH);
      console.live(ProgressView.lines(progress.steps(), width, Instant.now()));
      drawn = true;
    }
  }

  /** Takes away what is drawn at the foot. */
  void clear() {
    if (drawn) {
      console.live(List.of());
      drawn = false;
    }
  }

  /** Says that no cache was there; where one of several was, nobody misses the others. */
  void end() {
    clear();
    if (!absent.isEmpty() && !isCacheFound()) {
      int others = absent.size() - 1;
      say(absent.iterator().next() + (others > 0 ? ", nor at " + others + " more" : ""));
    }
  }

  private boolean isCacheFound() {
    for (Step step : progress.steps()) {
      if (step.isCacheImport() && step.error().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void say(Step step, String text) {
    // BuildKit may run a step again for another exporter, and reports it each time.
    if (text.equals(names.put(step.number(), text))) {
      return;
    }
    if (ProgressView.isFirst(step)) {
      absent.add(text);
    } else if (ProgressView.isLoss(step)) {
      clear();
      console.warn(text.strip());
    } else {
      say(text);
    }
  }

  private void say(String text) {
    clear();
    console.info(text);
  }
}
