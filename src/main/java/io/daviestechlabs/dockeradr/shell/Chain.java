package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code pipeline && pipeline || pipeline}.
 *
 * @param span from the first pipeline to the last
 * @param pipelines at least one
 * @param operators {@code &&} and {@code ||}, one fewer than pipelines
 */
public record Chain(Span span, List<Pipeline> pipelines, List<Operator> operators) implements Node {
  @Override
  public List<? extends Node> children() {
    if (operators.isEmpty()) {
      return pipelines;
    }
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < pipelines.size(); i++) {
      all.add(pipelines.get(i));
      if (i < operators.size()) {
        all.add(operators.get(i));
      }
    }
    return all;
  }
}
