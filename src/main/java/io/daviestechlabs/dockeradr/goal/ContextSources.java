package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Part;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.List;
import java.util.stream.Stream;

/** What a Dockerfile takes from its context: sources of COPY and ADD, and of bind mounts. */
final class ContextSources {
  private ContextSources() {}

  /** The sources, with known variables replaced and a star for each that is not known. */
  static List<String> of(Dockerfile file) {
    StageGraph graph = StageGraph.of(file);
    return file.stages().stream()
        .flatMap(stage -> stage.instructions().stream().flatMap(i -> of(i, stage, graph)))
        .distinct()
        .toList();
  }

  private static Stream<String> of(Instruction written, Stage stage, StageGraph graph) {
    Instruction instruction = written instanceof Onbuild onbuild ? onbuild.trigger() : written;
    Stream<Word> words = Stream.empty();
    if (instruction instanceof Transfer transfer && transfer.flag("from").isEmpty()) {
      words = transfer.sources().stream().filter(w -> !isRemote(w, transfer));
    } else if (instruction instanceof Run run) {
      words =
          run.mounts().stream()
              .filter(m -> m.type().equals("bind") && m.from().isEmpty())
              .flatMap(m -> m.source().stream());
    }
    Scope scope = graph.scope(stage, written);
    return words.map(word -> StageGraph.known(word, scope).orElseGet(() -> withStars(word)));
  }

  private static boolean isRemote(Word word, Transfer transfer) {
    String text = word.text().toString();
    return transfer instanceof Add && (text.contains("://") || text.startsWith("git@"));
  }

  private static String withStars(Word word) {
    StringBuilder out = new StringBuilder();
    for (Part part : word.parts()) {
      out.append(part instanceof Part.Literal literal ? literal.text().toString() : "*");
    }
    return out.toString();
  }
}
