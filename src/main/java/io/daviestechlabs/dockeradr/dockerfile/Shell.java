package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code SHELL ["program", "argument", ...]}.
 *
 * @param raw as parsed
 * @param command the shell for what follows in shell form
 */
public record Shell(Raw raw, CommandLine.ExecForm command) implements Instruction {
  @Override
  public List<CommandLine> operands() {
    return List.of(command);
  }
}
