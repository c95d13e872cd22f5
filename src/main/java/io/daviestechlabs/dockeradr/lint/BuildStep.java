package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Node;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.StopSignal;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Volume;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An instruction that runs in a stage: a trigger of the stage that it starts from, or one of its
 * own.
 *
 * @param stage where it runs
 * @param instruction what runs; never ONBUILD's trigger in the stage that has the ONBUILD
 * @param place where BuildKit says that it runs: its own place, or for a trigger the FROM
 * @param scope the variables in force before it
 * @param inherited variables of the image at the root of the stage; empty where they are not known
 */
public record BuildStep(
    Stage stage,
    Instruction instruction,
    Instruction place,
    Scope scope,
    Optional<Set<String>> inherited) {
  /** Arguments that BuildKit reads itself. */
  private static final Set<String> SCANNER =
      Set.of("BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE");

  /** Those of each stage, by its index. */
  static List<List<BuildStep>> of(Dockerfile file, StageGraph stages, ImageEnvironments images) {
    List<List<BuildStep>> all = new ArrayList<>();
    List<Optional<Set<String>>> environments = new ArrayList<>();
    for (Stage stage : file.stages()) {
      Optional<Set<String>> inherited =
          stages.base(stage).isPresent()
              ? environments.get(stages.base(stage).get().index())
              : stages.isScratch(stage)
                  ? Optional.of(Set.of())
                  : stages.image(stage).flatMap(images::of);
      environments.add(inherited);
      List<BuildStep> steps = new ArrayList<>();
      for (Instruction trigger : stages.triggers(stage)) {
        Scope scope = stages.scope(stage, trigger);
        steps.add(new BuildStep(stage, trigger, stage.from(), scope, inherited));
      }
      for (Instruction own : stage.instructions()) {
        steps.add(new BuildStep(stage, own, own, stages.scope(stage, own), inherited));
      }
      all.add(List.copyOf(steps));
    }
    return List.copyOf(all);
  }

  /** Whether it stands in the stage, and is no trigger. */
  public boolean isOwn() {
    return place == instruction;
  }

  /** Where to point at a part of the instruction: for a trigger at the image of the FROM. */
  public Span spanOf(Node part) {
    return isOwn() ? part.span() : ((From) place).image().span();
  }

  /** Whether a path is absolute; one of Windows too, unless the base image is known not to be. */
  public boolean isAbsolute(String path) {
    boolean isDrive =
        path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    return path.startsWith("/") || (inherited.isEmpty() && (isDrive || path.startsWith("\\")));
  }

  /** What a build without arguments makes of a word; empty where the base image decides. */
  public Optional<String> value(Word word) {
    return inherited.isPresent() ? Optional.of(bare(word)) : StageGraph.known(word, scope);
  }

  /** What a build without arguments makes of a word that may be several in the end. */
  public List<String> values(Word word) {
    return word.expand(scope.bare()).words();
  }

  /**
   * Whether nothing sets a variable. Where the base image may, only such names count as are set
   * outside of the stages, so that somebody forgot to declare them once more.
   *
   * @param global what is set before the first FROM
   */
  public boolean isUndefined(String name, Scope global) {
    return scope.knowledge(name) == Scope.Knowledge.UNKNOWN
        && !SCANNER.contains(name)
        && inherited
            .map(names -> !names.contains(name))
            .orElseGet(() -> global.knowledge(name) != Scope.Knowledge.UNKNOWN);
  }

  /** The words in which BuildKit replaces variables, and says so where there are none. */
  public List<Word> expanded() {
    List<Word> words = new ArrayList<>();
    if (instruction instanceof Env || instruction instanceof Label) {
      instruction.operands().forEach(pair -> words.addAll(((Pair) pair).children()));
    } else if (instruction instanceof Transfer transfer) {
      words.addAll(transfer.sources());
      words.add(transfer.target());
      transfer.chown().ifPresent(words::add);
      transfer.chmod().ifPresent(words::add);
      transfer.flagValue("checksum").ifPresent(words::add);
    } else if (instruction instanceof Run run) {
      run.mounts().forEach(m -> m.fields().forEach(f -> f.value().ifPresent(words::add)));
    } else if (instruction instanceof User
        || instruction instanceof Volume
        || instruction instanceof StopSignal
        || instruction instanceof Workdir) {
      instruction.operands().forEach(operand -> words.add((Word) operand));
    }
    return words;
  }

  private String bare(Word word) {
    return word.expand(scope.bare()).value();
  }
}
