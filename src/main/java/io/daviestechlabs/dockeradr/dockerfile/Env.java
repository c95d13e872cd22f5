package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code ENV name=value...} or, of old, {@code ENV name value}.
 *
 * @param raw as parsed
 * @param pairs what is set
 */
public record Env(Raw raw, List<Pair> pairs) implements Instruction {
  @Override
  public List<Pair> operands() {
    return pairs;
  }
}
