package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code USER user[:group]}.
 *
 * @param raw as parsed
 * @param user both, as written
 */
public record User(Raw raw, Word user) implements Instruction {
  @Override
  public List<Word> operands() {
    return List.of(user);
  }
}
