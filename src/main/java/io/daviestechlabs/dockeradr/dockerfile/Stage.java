package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One FROM and what follows it, up to the next FROM. */
public final class Stage {
  private final int index;
  private final From from;
  private final List<Instruction> instructions;

  Stage(int index, From from, List<Instruction> instructions) {
    this.index = index;
    this.from = from;
    this.instructions = instructions;
  }

  /** Its number, from 0. */
  public int index() {
    return index;
  }

  /** The FROM that opens it. */
  public From from() {
    return from;
  }

  /** What follows its FROM. */
  public List<Instruction> instructions() {
    return Collections.unmodifiableList(instructions);
  }

  /** Its name in lower case, as BuildKit keeps it. */
  public Optional<String> name() {
    Optional<Text> alias = from.alias();
    return alias.isPresent() ? Optional.of(Names.lower(alias.get())) : Optional.empty();
  }

  /** All its instructions of a kind in order, those within ONBUILD too. */
  public <T extends Instruction> Stream<T> all(Class<T> kind) {
    return all(instructions, kind);
  }

  static <T extends Instruction> Stream<T> all(List<Instruction> list, Class<T> kind) {
    return list.stream()
        .flatMap(i -> i instanceof Onbuild o ? Stream.of(i, o.trigger()) : Stream.of(i))
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
