package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;

/**
 * {@code VOLUME path...} or {@code VOLUME ["path", ...]}.
 *
 * @param raw as parsed
 * @param paths mount points
 */
public record Volume(Raw raw, List<Word> paths) implements Instruction {
  @Override
  public List<Word> operands() {
    return paths;
  }
}
