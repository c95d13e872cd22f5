package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The images that a Dockerfile starts from, copies from, or mounts. */
final class UsedImages {
  private UsedImages() {}

  /** Their names as far as the file tells them, each once; the engine says which are none. */
  static Set<ImageName> of(Iterable<Stage> stages, StageGraph graph) {
    Set<ImageName> names = new LinkedHashSet<>();
    for (Stage stage : stages) {
      if (graph.base(stage).isEmpty()) {
        add(names, graph.image(stage));
      }
      for (Instruction instruction : stage.instructions()) {
        for (Word from : instruction.froms()) {
          if (graph.source(from).isEmpty()) {
            add(names, StageGraph.known(from, graph.global()));
          }
        }
      }
    }
    return names;
  }

  private static void add(Set<ImageName> names, Optional<String> text) {
    Optional<ImageName> name = text.isPresent() ? ImageName.find(text.get()) : Optional.empty();
    if (name.isPresent()) {
      names.add(name.get());
    }
  }
}
