package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code CMD command} or {@code CMD ["program", "argument", ...]}.
 *
 * @param raw as parsed
 * @param command what is started
 */
public record Cmd(Raw raw, CommandLine command) implements Instruction {
  @Override
  public List<CommandLine> operands() {
    return List.of(command);
  }
}
