package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code LABEL key=value...} or, of old, {@code LABEL key value}.
 *
 * @param raw as parsed
 * @param pairs what is set
 */
public record Label(Raw raw, List<Pair> pairs) implements Instruction {
  @Override
  public List<Pair> operands() {
    return pairs;
  }
}
