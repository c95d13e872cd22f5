package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Shell;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import io.daviestechlabs.dockeradr.ignore.CopySources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The lines of a Dockerfile that decide whether steps are cached.
 *
 * @param stages in order
 */
record Recipe(List<StageLines> stages) {
  private static final int MOST_LINES = 5_000;
  private static final int LONGEST = 160;

  Recipe {
    stages = List.copyOf(stages);
  }

  /**
   * One stage.
   *
   * @param name as BuildKit calls it in the names of steps, empty for the only one
   * @param base the stage that it starts from, empty for an image or nothing
   * @param fromCounts whether its FROM is counted as its first step
   * @param lines in order, FROM first
   */
  record StageLines(String name, String base, boolean fromCounts, List<Line> lines) {
    StageLines {
      lines = List.copyOf(lines);
    }

    /** The line of a step; instructions that the base image left for its children come first. */
    Optional<Line> line(int number, int total) {
      List<Line> steps = new ArrayList<>();
      for (Line line : lines) {
        if (line.isStep) {
          steps.add(line);
        }
      }
      int index = number - 1 - (total - steps.size());
      return index >= 0 && index < steps.size() ? Optional.of(steps.get(index)) : Optional.empty();
    }
  }

  /**
   * One instruction.
   *
   * @param line where it begins, from 1
   * @param text of it, cut if it is long
   * @param sum of the whole text
   * @param isStep whether it makes a step
   * @param sets names of the variables that it sets
   * @param copies whether files of the context go into it
   * @param sources which ones
   */
  record Line(
      int line,
      String text,
      String sum,
      boolean isStep,
      List<String> sets,
      boolean copies,
      List<String> sources) {
    Line {
      sets = List.copyOf(sets);
      sources = List.copyOf(sources);
    }

    /** Whether it takes a path of the context. */
    Predicate<String> taken() {
      return copies ? CopySources.taking(sources) : path -> false;
    }

    /** The instruction, in capitals. */
    String keyword() {
      return text.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    }

    /**
     * Whether a step has another key because of this line above it: commands see all that is set,
     * who copies only what stands in its own words.
     */
    boolean concerns(Line step) {
      return isStep
          || keyword().equals("FROM")
          || step.keyword().equals("RUN")
          || setsWhatIsIn(step.text);
    }

    private boolean setsWhatIsIn(String other) {
      for (String name : sets) {
        if (other.contains(name)) {
          return true;
        }
      }
      return false;
    }

    /** Whether the other one says the same. */
    boolean isSame(Line other) {
      return sum.equals(other.sum);
    }
  }

  /**
   * Reads a Dockerfile.
   *
   * @param given build arguments
   */
  static Recipe of(Dockerfile file, Map<String, String> given) {
    StageGraph graph = StageGraph.of(file, given);
    List<StageLines> stages = new ArrayList<>();
    int left = MOST_LINES;
    for (Stage stage : file.stages()) {
      List<Line> lines = new ArrayList<>();
      lines.add(line(file, graph, stage, stage.from()));
      for (Instruction instruction : stage.instructions()) {
        if (counts(instruction) && left-- > 0) {
          lines.add(line(file, graph, stage, instruction));
        }
      }
      Optional<Stage> base = graph.base(stage);
      boolean isImage = base.isEmpty() && !graph.isScratch(stage);
      stages.add(
          new StageLines(
              name(file, stage), base.isPresent() ? name(file, base.get()) : "", isImage, lines));
    }
    return new Recipe(stages);
  }

  /** The stage of a name, or the only one. */
  Optional<StageLines> stage(Optional<String> name) {
    if (stages.size() == 1) {
      return Optional.of(stages.get(0));
    }
    return name.isPresent() ? named(name.get()) : Optional.empty();
  }

  /** The stage of exactly that name. */
  Optional<StageLines> named(String name) {
    for (StageLines stage : stages) {
      if (stage.name().equals(name)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  /** Whether a path of the context is copied by any line. */
  Optional<Predicate<String>> taken() {
    List<String> sources = new ArrayList<>();
    for (StageLines stage : stages) {
      for (Line line : stage.lines()) {
        if (line.copies()) {
          sources.addAll(line.sources());
        }
      }
    }
    return sources.isEmpty() ? Optional.empty() : Optional.of(CopySources.taking(sources));
  }

  private static String name(Dockerfile file, Stage stage) {
    return stage.name().orElse(file.stages().size() == 1 ? "" : "stage-" + stage.index());
  }

  /** LABEL, CMD and the like are no part of any step's key. */
  private static boolean counts(Instruction instruction) {
    return isStep(instruction)
        || instruction instanceof Arg
        || instruction instanceof Env
        || instruction instanceof User
        || instruction instanceof Shell;
  }

  private static boolean isStep(Instruction instruction) {
    return instruction instanceof Run
        || instruction instanceof Copy
        || instruction instanceof Add
        || instruction instanceof Workdir;
  }

  private static Line line(
      Dockerfile file, StageGraph graph, Stage stage, Instruction instruction) {
    StringBuilder whole = new StringBuilder(file.source().slice(instruction.span()));
    for (Heredoc heredoc : instruction.heredocs()) {
      whole.append('\n').append(file.source().slice(heredoc.span()));
    }
    String text = whole.toString().strip().replaceAll("\\s+", " ");
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    List<Pair> pairs =
        instruction instanceof Arg arg
            ? arg.pairs()
            : instruction instanceof Env env ? env.pairs() : List.<Pair>of();
    List<String> sets = new ArrayList<>();
    for (Pair pair : pairs) {
      sets.add(pair.name());
    }
    List<String> sources = sources(graph, stage, instruction);
    return new Line(
        instruction.startLine(),
        text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text,
        Long.toHexString(sum.getValue()),
        isStep(instruction),
        sets,
        !sources.isEmpty(),
        sources);
  }

  private static List<String> sources(StageGraph graph, Stage stage, Instruction instruction) {
    List<Optional<Word>> words = new ArrayList<>();
    boolean elsewhere = instruction instanceof Copy copy && copy.from().isPresent();
    if (instruction instanceof Transfer transfer && !elsewhere) {
      for (Word word : transfer.sources()) {
        words.add(Optional.of(word));
      }
    } else if (instruction instanceof Run run) {
      for (Mount mount : run.mounts()) {
        if (mount.type().equals("bind") && mount.from().isEmpty()) {
          words.add(mount.source());
        }
      }
    }
    Scope scope = graph.scope(stage, instruction);
    List<String> sources = new ArrayList<>();
    for (Optional<Word> word : words) {
      String source = word.isEmpty() ? "." : StageGraph.known(word.get(), scope).orElse(".");
      if (!source.contains("://") && !source.startsWith("git@")) {
        sources.add(source);
      }
    }
    return sources;
  }
}
