package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * What BuildKit refuses: no keyword of Docker's, or operands that make no sense for it.
 *
 * @param raw as parsed
 */
public record Unknown(Raw raw) implements Instruction {
  @Override
  public List<Node> operands() {
    return List.of();
  }
}
