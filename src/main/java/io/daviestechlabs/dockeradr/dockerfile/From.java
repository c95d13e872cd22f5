package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * {@code FROM [--platform=platform] image [AS name]}.
 *
 * @param raw as parsed
 * @param image image, stage or {@code scratch}
 * @param as the word {@code AS} as written
 * @param alias name of the stage as written
 */
public record From(Raw raw, Word image, Optional<Text> as, Optional<Text> alias)
    implements Instruction {
  /** The platform, as {@code --platform} has it. */
  public Optional<Word> platform() {
    return flagValue("platform");
  }

  @Override
  public List<Word> operands() {
    return List.of(image);
  }
}
