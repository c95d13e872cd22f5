package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code STOPSIGNAL signal}.
 *
 * @param raw as parsed
 * @param signal name or number
 */
public record StopSignal(Raw raw, Word signal) implements Instruction {
  @Override
  public List<Word> operands() {
    return List.of(signal);
  }
}
