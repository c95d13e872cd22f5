package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code WORKDIR path}.
 *
 * @param raw as parsed
 * @param path absolute, or relative to the one before
 */
public record Workdir(Raw raw, Word path) implements Instruction {
  @Override
  public List<Word> operands() {
    return List.of(path);
  }
}
