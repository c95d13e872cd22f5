package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code RUN [--flag...] command} or {@code RUN [--flag...] ["program", "argument", ...]}.
 *
 * @param raw as parsed
 * @param command what is run; its here-documents are in it
 * @param mounts in order
 */
public record Run(Raw raw, CommandLine command, List<Mount> mounts) implements Instruction {
  static Run of(Raw raw, CommandLine command) {
    List<Mount> mounts = new ArrayList<>();
    for (Flag flag : raw.flags()) {
      if (flag.is("mount") && flag.value().isPresent()) {
        mounts.add(Mount.of(flag, flag.value().get()));
      }
    }
    return new Run(raw, command, List.copyOf(mounts));
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
  public List<Word> froms() {
    List<Word> froms = new ArrayList<>();
    for (Mount mount : mounts) {
      Optional<Word> from = mount.from();
      if (from.isPresent()) {
        froms.add(from.get());
      }
    }
    return froms;
  }

  @Override
  public List<CommandLine> operands() {
    return List.of(command);
  }
}
