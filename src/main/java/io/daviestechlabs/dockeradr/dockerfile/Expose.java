package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code EXPOSE port[/protocol]...}.
 *
 * @param raw as parsed
 * @param ports ports and ranges as written
 */
public record Expose(Raw raw, List<Word> ports) implements Instruction {
  @Override
  public List<Word> operands() {
    return ports;
  }
}
