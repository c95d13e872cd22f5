package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

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
          .flatMap(UsedImages::from)
          .filter(word -> graph.source(word).isEmpty())
          .flatMap(word -> StageGraph.known(word, graph.global()).stream())
          .flatMap(text -> ImageName.find(text).stream())
          .forEach(names::add);
    }
    return names;
  }

  private static Stream<Word> from(Instruction instruction) {
    if (instruction instanceof Copy copy) {
      return copy.from().stream();
    }
    return instruction instanceof Run run
        ? run.mounts().stream().flatMap(mount -> mount.from().stream())
        : Stream.empty();
  }
}
