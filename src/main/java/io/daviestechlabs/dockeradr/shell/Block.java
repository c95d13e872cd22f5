package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What runs in sequence: {@code chain; chain & chain}.
 *
 * @param span from the first chain to the last separator; empty where there is nothing
 * @param chains in order, possibly none
 * @param separators one behind each chain; the last chain may have none
 */
public record Block(Span span, List<Chain> chains, List<Operator> separators) implements Node {
  /** What ends a chain; empty for the last one where the block ends without. */
  public Optional<Operator> separatorAfter(int chain) {
    return chain < separators.size() ? Optional.of(separators.get(chain)) : Optional.empty();
  }

  @Override
  public List<Node> children() {
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      all.add(chains.get(i));
      separatorAfter(i).ifPresent(all::add);
    }
    return all;
  }
}
