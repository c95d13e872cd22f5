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
 * @param branch that is checked out, empty where it is a commit
 * @param mainBranch the branch that {@code origin} calls its own, as of the last clone
 */
public record GitFacts(
    Optional<String> head,
    boolean dirty,
    OptionalLong commitTime,
    Optional<String> origin,
    Optional<String> branch,
    Optional<String> mainBranch) {
  /** Sources outside any repository, or before the first commit. */
  public static final GitFacts NONE =
      new GitFacts(
          Optional.empty(),
          false,
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The commit, marked where the sources are no longer what it says. */
  public Optional<String> revision() {
    return dirty && head.isPresent() ? Optional.of(head.get() + "-dirty") : head;
  }
}
