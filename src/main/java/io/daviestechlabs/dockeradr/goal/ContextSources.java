package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Dockerfile takes out of the context, and never less than that. */
final class ContextSources {
  private static final String ALL = ".";

  private ContextSources() {}

  /**
   * The sources of COPY, ADD and bind mounts in all stages, the whole context where one of them is
   * not known for certain.
   *
   * @param given build arguments
   */
  static List<String> of(Dockerfile file, Map<String, String> given) {
    StageGraph graph = StageGraph.of(file, given);
    List<String> sources = new ArrayList<>();
    for (Stage stage : file.stages()) {
      for (Instruction instruction : stage.instructions()) {
        if (instruction instanceof Onbuild) {
          // It runs in another stage, with other variables.
          sources.add(ALL);
        }
        Scope scope = graph.scope(stage, instruction);
        taken(instruction).stream()
            .map(word -> word.flatMap(it -> certain(it, scope)).orElse(ALL))
            .filter(source -> !isRemote(source))
            .forEach(sources::add);
      }
    }
    return sources;
  }

  /** Empty for all of the context. */
  private static List<Optional<Word>> taken(Instruction instruction) {
    if (instruction instanceof Copy copy && copy.from().isPresent()) {
      return List.of();
    }
    if (instruction instanceof Transfer transfer) {
      return transfer.sources().stream().map(Optional::of).toList();
    }
    return instruction instanceof Run run
        ? run.mounts().stream()
            .filter(mount -> mount.type().equals("bind") && mount.from().isEmpty())
            .map(Mount::source)
            .toList()
        : List.of();
  }

  /** A default does not count: the base image may have the variable. */
  private static Optional<String> certain(Word word, Scope scope) {
    boolean isKnown =
        word.variables().stream()
            .allMatch(it -> scope.knowledge(it.name().toString()) == Scope.Knowledge.KNOWN);
    return isKnown ? StageGraph.known(word, scope) : Optional.empty();
  }

  /** What is not in the context is told by what the build says that it was made from. */
  private static boolean isRemote(String source) {
    return source.contains("://") || source.startsWith("git@");
  }
}
