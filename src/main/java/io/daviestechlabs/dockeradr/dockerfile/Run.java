package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * {@code RUN [--flag...] command} or {@code RUN [--flag...] ["program", "argument", ...]}.
 *
 * @param raw as parsed
 * @param command what is run; its here-documents are in it
 */
public record Run(Raw raw, CommandLine command) implements Instruction {
  /** The mounts, in order. */
  public List<Mount> mounts() {
    return flags("mount").flatMap(f -> f.value().map(v -> Mount.of(f, v)).stream()).toList();
  }

  /** The network, as {@code --network} has it. */
  public Optional<Word> network() {
    return flagValue("network");
  }

  /** The privileges, as {@code --security} has them. */
  public Optional<Word> security() {
    return flagValue("security");
  }

  /** The devices, as {@code --device} has them; a flag of the labs channel. */
  public List<Word> devices() {
    return flags("device").flatMap(f -> f.value().stream()).toList();
  }

  @Override
  public List<CommandLine> operands() {
    return List.of(command);
  }
}
