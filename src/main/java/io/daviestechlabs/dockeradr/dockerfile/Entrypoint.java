package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code ENTRYPOINT command} or {@code ENTRYPOINT ["program", "argument", ...]}.
 *
 * @param raw as parsed
 * @param command what is started
 */
public record Entrypoint(Raw raw, CommandLine command) implements Instruction {
  @Override
  public List<CommandLine> operands() {
    return List.of(command);
  }
}
