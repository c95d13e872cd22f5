package io.daviestechlabs.dockeradr.buildx;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What git knows about the sources.
 *
 * @param head the commit that is checked out
 * @param dirty whether tracked files differ from it
 * @param commitTime when it was committed, in seconds since 1970
 * @param origin the address of the remote {@code origin}, as configured
 */
public record GitFacts(
    Optional<String> head, boolean dirty, OptionalLong commitTime, Optional<String> origin) {
  /** Sources outside any repository, or before the first commit. */
  public static final GitFacts NONE =
      new GitFacts(Optional.empty(), false, OptionalLong.empty(), Optional.empty());

  /** The commit, marked where the sources are no longer what it says. */
  public Optional<String> revision() {
    return head.map(commit -> dirty ? commit + "-dirty" : commit);
  }
}
