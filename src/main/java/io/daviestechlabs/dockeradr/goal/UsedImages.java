package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import java.util.LinkedHashSet;
import java.util.Set;

/** The images that a Dockerfile starts from, copies from, or mounts. */
final class UsedImages {
  private UsedImages() {}

  /** Their names as far as the file tells them, each once; the engine says which are none. */
  static Set<ImageName> of(Iterable<Stage> stages, StageGraph graph) {
    Set<ImageName> names = new LinkedHashSet<>();
    for (Stage stage : stages) {
      if (graph.base(stage).isEmpty()) {
        graph.image(stage).flatMap(ImageName::find).ifPresent(names::add);
      }
      stage.instructions().stream()
          .flatMap(Instruction::froms)
          .filter(word -> graph.source(word).isEmpty())
          .flatMap(word -> StageGraph.known(word, graph.global()).stream())
          .flatMap(text -> ImageName.find(text).stream())
          .forEach(names::add);
    }
    return names;
  }
}
