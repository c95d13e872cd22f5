package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The labels that a stage gives to its image, and how to give it more. */
public final class ImageLabels {
  private ImageLabels() {}

  /** The labels of a stage and of those that it starts from: the last of each key. */
  public static Map<String, Pair> of(StageGraph stages, Stage stage) {
    Map<String, Pair> labels = new LinkedHashMap<>();
    List<Stage> chain = stages.chain(stage);
    for (int i = chain.size() - 1; i >= 0; i--) {
      Stage current = chain.get(i);
      for (Instruction instruction : current.instructions()) {
        if (instruction instanceof Label label) {
          for (Pair pair : label.pairs()) {
            key(stages, current, label, pair).ifPresent(key -> labels.put(key, pair));
          }
        }
      }
    }
    return labels;
  }

  private static Optional<String> key(StageGraph stages, Stage stage, Label label, Pair pair) {
    return pair.name().isEmpty()
        ? StageGraph.known(pair.key(), stages.scope(stage, label))
        : Optional.of(pair.name());
  }

  /**
   * One LABEL more, below the last one of the stage or else below its FROM.
   *
   * @return empty where the file is broken at that place
   */
  public static Optional<Edit> insertion(
      Dockerfile file, Stage stage, List<Map.Entry<String, String>> labels) {
    Instruction above =
        stage.instructions().stream()
            .filter(Label.class::isInstance)
            .reduce((a, b) -> b)
            .orElse(stage.from());
    Source source = file.source();
    String line = source.slice(source.line(above.endLine()));
    char escape = file.escape();
    if (line.stripTrailing().endsWith(String.valueOf(escape))) {
      return Optional.empty();
    }
    String end = source.lineEnd();
    String text =
        labels.stream()
            .map(label -> label.getKey() + "=" + quoted(label.getValue(), escape))
            .collect(Collectors.joining(" " + escape + end + "      ", "LABEL ", ""));
    int at = source.lineWithEnd(above.endLine()).end();
    boolean open = at == source.line(above.endLine()).end();
    return Optional.of(Edit.insert(at, open ? end + text : text + end));
  }

  private static String quoted(String value, char escape) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '$' || c == escape) {
        out.append(escape);
      }
      out.append(c < ' ' ? ' ' : c);
    }
    return out.append('"').toString();
  }
}
