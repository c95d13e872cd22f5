package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels that a stage gives to its image, and how to give it more. */
public final class ImageLabels {
  private ImageLabels() {}

  /** The labels of a stage and of those that it starts from: the last of each key. */
  public static Map<String, Pair> of(StageGraph stages, Stage stage) {
    Map<String, Pair> labels = new LinkedHashMap<>();
    inherited(stages, stage).forEach(label -> labels.put(label.key(), label.pair()));
    return labels;
  }

  /** All labels of a stage and of those that it starts from, in the order in which they are set. */
  public static List<WrittenLabel> inherited(StageGraph stages, Stage stage) {
    List<Stage> chain = new ArrayList<>(stages.chain(stage));
    Collections.reverse(chain);
    return chain.stream().flatMap(s -> in(stages, s)).toList();
  }

  /** The labels that a stage itself sets, in order; those in ONBUILD do not count. */
  public static Stream<WrittenLabel> in(StageGraph stages, Stage stage) {
    return stage.instructions().stream()
        .flatMap(i -> i instanceof Label label ? in(stages, stage, label) : Stream.empty());
  }

  private static Stream<WrittenLabel> in(StageGraph stages, Stage stage, Label label) {
    return label.pairs().stream()
        .flatMap(
            pair ->
                key(stages, stage, label, pair).stream()
                    .map(key -> new WrittenLabel(stage, label, pair, key)));
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

  /** A value as LABEL has to write it. */
  public static String quoted(String value, char escape) {
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
