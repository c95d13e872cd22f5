package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Dockerfile, read as far as it can be read. */
public final class Dockerfile {
  private final Source source;
  private final char escape;
  private final List<Directive> directives;
  private final List<Comment> comments;
  private final List<Instruction> instructions;
  private final List<Piece> pieces;
  private final List<Problem> problems;
  private final List<Warning> warnings;
  private final List<Arg> globalArgs;
  private final List<Stage> stages;
  private final CheckOptions checks;

  Dockerfile(
      Source source,
      char escape,
      List<Directive> directives,
      List<Comment> comments,
      List<Instruction> instructions,
      List<Piece> pieces,
      List<Problem> problems,
      List<Warning> warnings) {
    this.source = source;
    this.escape = escape;
    this.directives = directives;
    this.comments = comments;
    this.instructions = instructions;
    this.pieces = pieces;
    this.problems = problems;
    this.warnings = warnings;
    this.globalArgs = new ArrayList<>();
    this.stages = new ArrayList<>();
    Optional<Directive> check = check();
    this.checks = check.isPresent() ? CheckOptions.of(check.get()) : CheckOptions.NONE;
    cutIntoStages();
  }

  /** Reads a file; what is wrong with it is among the {@link #problems}. */
  public static Dockerfile parse(Source source) {
    return Parser.parse(source);
  }

  /** The file itself. */
  public Source source() {
    return source;
  }

  /** The escape character in force, backslash or backtick. */
  public char escape() {
    return escape;
  }

  /** Parser directives that BuildKit heeds, in order. */
  public List<Directive> directives() {
    return directives;
  }

  /** The frontend asked for, in any of the forms in which BuildKit looks for it. */
  public Optional<Directive> syntax() {
    return Directives.detect("syntax", source, true);
  }

  /** The options of BuildKit's checks. */
  public Optional<Directive> check() {
    return Directives.detect("check", source, false);
  }

  /** What the directive for BuildKit's checks says; the default without one. */
  public CheckOptions checks() {
    return checks;
  }

  /** All comment lines but directives, those between continued lines too, in order. */
  public List<Comment> comments() {
    return comments;
  }

  /** All instructions in order, those before the first FROM too. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** The stretches that the file consists of. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** What keeps BuildKit from reading the file; the first one is what it reports. */
  public List<Problem> problems() {
    return problems;
  }

  /** What BuildKit's parser reads but does not like. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** The ARG instructions before the first FROM. */
  public List<Arg> globalArgs() {
    return Collections.unmodifiableList(globalArgs);
  }

  /** The stages in order. */
  public List<Stage> stages() {
    return Collections.unmodifiableList(stages);
  }

  /** All instructions of a kind in order, those within ONBUILD too. */
  public <T extends Instruction> Stream<T> all(Class<T> kind) {
    return Stage.all(instructions, kind);
  }

  /** The stage that an instruction stands in; none before the first FROM. */
  public Optional<Stage> stageOf(Instruction instruction) {
    int at = instruction.span().start();
    int low = 0;
    int high = stages.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stages.get(middle).from().span().start() <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(stages.get(low - 1));
  }

  private void cutIntoStages() {
    List<Instruction> current = null;
    for (Instruction instruction : instructions) {
      if (instruction instanceof From from) {
        current = new ArrayList<>();
        stages.add(new Stage(stages.size(), from, current));
      } else if (current != null) {
        current.add(instruction);
      } else if (instruction instanceof Arg arg) {
        globalArgs.add(arg);
      }
    }
  }

  /**
   * Puts a line above an instruction, and above the comments that are about it.
   *
   * @param line with its end
   */
  public Edit insertAbove(Instruction instruction, String line) {
    List<Comment> comments = instruction.comments();
    return comments.isEmpty()
        ? Edit.insert(instruction.span().start(), line)
        : Edit.insert(source.lineStart(comments.get(0).line()), line + source.lineEnd());
  }
}
