package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code ARG name[=default]...}.
 *
 * @param raw as parsed
 * @param pairs what is declared, a value being the default
 */
public record Arg(Raw raw, List<Pair> pairs) implements Instruction {
  @Override
  public List<Pair> operands() {
    return pairs;
  }
}
