package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code ONBUILD instruction}.
 *
 * @param raw as parsed
 * @param trigger what runs in builds that start from this image
 */
public record Onbuild(Raw raw, Instruction trigger) implements Instruction {
  @Override
  public List<Instruction> operands() {
    return List.of(trigger);
  }
}
