package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code RUN [--flag...] command} or {@code RUN [--flag...] ["program", "argument", ...]}.
 *
 * @param raw as parsed
 * @param command what is run; its here-documents are in it
 * @param mounts in order
 */
public record Run(Raw raw, CommandLine command, List<Mount> mounts) implements Instruction {
  static Run of(Raw raw, CommandLine command) {
    List<Mount> mounts =
        raw.flags().stream()
            .filter(flag -> flag.is("mount"))
            .flatMap(flag -> flag.value().map(value -> Mount.of(flag, value)).stream())
            .toList();
    return new Run(raw, command, mounts);
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
  public Stream<Word> froms() {
    return mounts.stream().flatMap(mount -> mount.from().stream());
  }

  @Override
  public List<CommandLine> operands() {
    return List.of(command);
  }
}
