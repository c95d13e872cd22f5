package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.trace.Recipe.Line;
import io.daviestechlabs.dockeradr.trace.Recipe.StageLines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A step that was not cached although all that it builds on was, and why.
 *
 * @param step its number, 0 for all of them
 * @param text of the instruction
 * @param line of the Dockerfile, 0 where it is not known
 * @param why in a few words
 */
public record Miss(int step, String text, int line, String why) {
  private static final int SHORT = 48;
  private static final String UNKNOWN = "no earlier build is known here";

  public Miss {
    text = printable(text);
    why = printable(why);
  }

  /** Names of files may hold anything. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** The beginning of the instruction. */
  public String shortText() {
    return text.length() <= SHORT ? text : text.substring(0, SHORT - 1).strip() + "…";
  }

  /**
   * The first misses of a build: those that the others follow from.
   *
   * @param steps of the image
   * @param now what this build is made of
   * @param before what the last one was made of, empty where nobody remembers
   * @param id of the image among several, empty for one alone
   * @param switchedOff whether the cache was not to be used
   */
  static List<Miss> of(
      List<Step> steps,
      BuildRecord now,
      Optional<BuildRecord> before,
      String id,
      boolean switchedOff) {
    if (before.isEmpty() && !isAnyCached(steps)) {
      return missed(steps).isEmpty() ? List.of() : List.of(new Miss(0, "all steps", 0, UNKNOWN));
    }
    List<Miss> misses = new ArrayList<>();
    for (Step step : first(steps)) {
      Optional<StepName> name = StepName.of(step, id);
      if (name.isPresent()) {
        Optional<StageLines> stage = now.recipe().stage(name.get().stage());
        Optional<Line> line = stage.isPresent() ? line(stage.get(), name.get()) : Optional.empty();
        misses.add(
            new Miss(
                step.number(),
                name.get().text(),
                line.isPresent() ? line.get().line() : 0,
                switchedOff
                    ? "the cache was switched off"
                    : new Comparison(now, before, name.get()).why(stage, line)));
      }
    }
    return misses;
  }

  private static boolean isAnyCached(List<Step> steps) {
    for (Step step : steps) {
      if (step.cached()) {
        return true;
      }
    }
    return false;
  }

  /** Where one follows from another, the other one counts. */
  static List<Step> first(List<Step> steps) {
    Map<Integer, List<Step>> users = new HashMap<>();
    for (Step step : steps) {
      for (int input : step.inputs()) {
        List<Step> using = users.get(input);
        if (using == null) {
          using = new ArrayList<>();
          users.put(input, using);
        }
        using.add(step);
      }
    }
    List<Step> missed = missed(steps);
    Deque<Step> open = new ArrayDeque<>(missed);
    Set<Integer> following = new HashSet<>();
    while (!open.isEmpty()) {
      for (Step user : users.getOrDefault(open.pop().number(), List.of())) {
        if (following.add(user.number())) {
          open.push(user);
        }
      }
    }
    List<Step> first = new ArrayList<>();
    for (Step step : missed) {
      if (!following.contains(step.number())) {
        first.add(step);
      }
    }
    return first;
  }

  private static List<Step> missed(List<Step> steps) {
    List<Step> missed = new ArrayList<>();
    for (Step step : steps) {
      if (isMiss(step)) {
        missed.add(step);
      }
    }
    return missed;
  }

  private static boolean isMiss(Step step) {
    return step.isInstruction()
        && !step.isBase()
        && !step.cached()
        && (step.started().isPresent() || step.error().isPresent());
  }

  private static Optional<Line> line(StageLines stage, StepName name) {
    int total = name.total() - (stage.fromCounts() ? 1 : 0);
    int number = name.number() - (stage.fromCounts() ? 1 : 0);
    Optional<Line> line = stage.line(number, total);
    boolean isThis = line.isPresent() && name.text().startsWith(line.get().keyword() + " ");
    return isThis ? line : Optional.empty();
  }

  /** Two builds, as far as one step is concerned. */
  private record Comparison(BuildRecord now, Optional<BuildRecord> before, StepName step) {
    private static final String NOT_THERE = "it is not in the cache (pruned, or first build here)";

    String why(Optional<StageLines> stage, Optional<Line> line) {
      if (before.isEmpty()) {
        return UNKNOWN;
      }
      if (step.platform().isPresent() && !wasFor(step.platform().get())) {
        return "the last build was not for " + step.platform().get();
      }
      if (stage.isEmpty() || line.isEmpty()) {
        return base(stage).orElse(NOT_THERE);
      }
      Optional<String> why = text(stage.get(), line.get());
      if (why.isEmpty()) {
        why = base(stage);
      }
      if (why.isEmpty()) {
        why = argument(stage.get(), line.get());
      }
      if (why.isEmpty()) {
        why = now.files().change(before.get().files(), line.get().taken());
      }
      if (why.isEmpty()) {
        why = outcome();
      }
      if (why.isEmpty()) {
        why = engine();
      }
      return why.orElse(NOT_THERE);
    }

    private boolean wasFor(String platform) {
      for (String key : before.get().outcomes().keySet()) {
        if (key.startsWith(platform + " ")) {
          return true;
        }
      }
      return false;
    }

    /** The first line that is not what it was, in all stages up to the step. */
    private Optional<String> text(StageLines stage, Line line) {
      for (StageLines each : chain(stage)) {
        int last = each == stage ? line.line() : Integer.MAX_VALUE;
        Optional<StageLines> old = before.get().recipe().named(each.name());
        if (old.isEmpty()) {
          return Optional.of(
              each.name().isEmpty()
                  ? "the last build had several stages"
                  : "stage " + each.name() + " is new");
        }
        Optional<String> changed = difference(counted(each, line, last), counted(old.get(), line));
        if (changed.isPresent()) {
          return changed;
        }
      }
      return Optional.empty();
    }

    private static List<Line> counted(StageLines stage, Line step, int last) {
      List<Line> counted = new ArrayList<>();
      for (Line line : stage.lines()) {
        if (line.line() <= last && line.concerns(step)) {
          counted.add(line);
        }
      }
      return counted;
    }

    private static List<Line> counted(StageLines stage, Line step) {
      return counted(stage, step, Integer.MAX_VALUE);
    }

    private static Optional<String> difference(List<Line> lines, List<Line> old) {
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        if (i < old.size() && line.isSame(old.get(i))) {
          continue;
        }
        if (i + 1 < old.size() && line.isSame(old.get(i + 1))) {
          return Optional.of("a line was removed: " + old.get(i).text());
        }
        boolean isNew =
            i >= old.size() || i + 1 < lines.size() && lines.get(i + 1).isSame(old.get(i));
        return Optional.of(
            "line " + line.line() + (isNew ? " is new: " : " changed: ") + line.text());
      }
      return Optional.empty();
    }

    /** The stages that a stage starts from, the first one first, and itself. */
    private List<StageLines> chain(StageLines stage) {
      Deque<StageLines> chain = new ArrayDeque<>();
      Set<String> seen = new HashSet<>();
      Optional<StageLines> next = Optional.of(stage);
      while (next.isPresent() && seen.add(next.get().name())) {
        chain.addFirst(next.get());
        next = now.recipe().named(next.get().base());
      }
      return List.copyOf(chain);
    }

    private Optional<String> base(Optional<StageLines> stage) {
      Optional<String> root = step.stage();
      if (stage.isPresent()) {
        String first = chain(stage.get()).get(0).name();
        root = first.isEmpty() ? Optional.empty() : Optional.of(first);
      }
      String key = new StepName(step.platform(), root, 1, 0, "").key();
      String is = now.bases().get(key);
      String was = before.get().bases().get(key);
      if (is == null || was == null || is.equals(was)) {
        return Optional.empty();
      }
      String name = name(is);
      return Optional.of(
          name.equals(name(was))
              ? "base " + name + " moved from " + digest(was) + " to " + digest(is)
              : "base is " + name + ", and was " + name(was));
    }

    private static String name(String image) {
      return image.replaceFirst("@.*", "");
    }

    private static String digest(String image) {
      String digest = image.substring(image.indexOf('@') + 1);
      return digest.length() > 19 ? digest.substring(0, 19) + "…" : digest;
    }

    private Optional<String> argument(StageLines stage, Line line) {
      for (StageLines each : chain(stage)) {
        int last = each == stage ? line.line() : Integer.MAX_VALUE;
        for (Line above : counted(each, line, last)) {
          for (String name : above.keyword().equals("ARG") ? above.sets() : List.<String>of()) {
            if (!Objects.equals(now.args().get(name), before.get().args().get(name))) {
              return Optional.of("ARG " + name + " has another value");
            }
          }
        }
      }
      return Optional.empty();
    }

    private Optional<String> outcome() {
      String outcome = before.get().outcomes().get(step.key());
      if (outcome == null) {
        return Optional.of("the last build did not come this far");
      }
      return outcome.equals("failed") ? Optional.of("it failed last time") : Optional.empty();
    }

    private Optional<String> engine() {
      return now.engine().equals(before.get().engine())
          ? Optional.empty()
          : Optional.of("it is not in the cache of this engine: the last build used another one");
    }
  }
}
