package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code [time] [!] command | command}.
 *
 * @param span prefixes included
 * @param prefixes {@code time} and {@code !} in order, mostly none
 * @param commands at least one, unless the script is broken
 * @param pipes {@code |} and {@code |&}, one fewer than commands
 */
public record Pipeline(
    Span span, List<Operator> prefixes, List<Command> commands, List<Operator> pipes)
    implements Node {
  /** Whether {@code !} turns its exit status round. */
  public boolean isNegated() {
    return prefixes.stream().filter(p -> p.kind() == Operator.Kind.NOT).count() % 2 == 1;
  }

  /** Whether output of one command is input of another. */
  public boolean isPiped() {
    return commands.size() > 1;
  }

  @Override
  public List<? extends Node> children() {
    if (prefixes.isEmpty() && pipes.isEmpty()) {
      return commands;
    }
    List<Node> all = new ArrayList<>(prefixes);
    for (int i = 0; i < commands.size(); i++) {
      all.add(commands.get(i));
      if (i < pipes.size()) {
        all.add(pipes.get(i));
      }
    }
    return all;
  }
}
