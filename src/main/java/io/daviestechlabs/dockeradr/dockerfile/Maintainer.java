package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code MAINTAINER name}, long deprecated.
 *
 * @param raw as parsed
 * @param maintainer the name
 */
public record Maintainer(Raw raw, Word maintainer) implements Instruction {
  @Override
  public List<Word> operands() {
    return List.of(maintainer);
  }
}
