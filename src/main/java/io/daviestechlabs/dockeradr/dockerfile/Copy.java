package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * {@code COPY [--flag...] source... target} or {@code COPY [--flag...] ["source", ..., "target"]}.
 *
 * @param raw as parsed
 * @param sources what is taken, without here-documents
 * @param heredocs files written in the Dockerfile itself
 * @param target where it goes
 */
public record Copy(Raw raw, List<Word> sources, List<Heredoc> heredocs, Word target)
    implements Transfer {
  /** The stage or image that is copied from, as {@code --from} has it. */
  public Optional<Word> from() {
    return flagValue("from");
  }

  @Override
  public List<Word> froms() {
    Optional<Word> from = from();
    return from.isPresent() ? List.of(from.get()) : List.of();
  }

  /** Whether {@code --parents} is set. */
  public boolean parents() {
    return isSet("parents").orElse(false);
  }
}
