package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * {@code HEALTHCHECK [--flag...] CMD command} or {@code HEALTHCHECK NONE}.
 *
 * @param raw as parsed
 * @param command what is run; absent for {@code NONE}
 */
public record Healthcheck(Raw raw, Optional<CommandLine> command) implements Instruction {
  /** Whether it switches off the check of the base image. */
  public boolean isNone() {
    return command.isEmpty();
  }

  @Override
  public List<CommandLine> operands() {
    return command.map(List::of).orElse(List.of());
  }
}
