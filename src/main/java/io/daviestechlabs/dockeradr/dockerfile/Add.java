package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * {@code ADD [--flag...] source... target} or {@code ADD [--flag...] ["source", ..., "target"]}.
 *
 * @param raw as parsed
 * @param sources what is taken, without here-documents
 * @param heredocs files written in the Dockerfile itself
 * @param target where it goes
 */
public record Add(Raw raw, List<Word> sources, List<Heredoc> heredocs, Word target)
    implements Transfer {
  /** The digest demanded of a download, as {@code --checksum} has it. */
  public Optional<Word> checksum() {
    return flagValue("checksum");
  }

  /** Whether {@code --keep-git-dir} is set; absent if it is not there. */
  public Optional<Boolean> keepGitDir() {
    return isSet("keep-git-dir");
  }

  /** Whether {@code --unpack} is set; absent if it is not there. */
  public Optional<Boolean> unpack() {
    return isSet("unpack");
  }
}
