package io.daviestechlabs.dockeradr.buildx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The branches whose caches a build has to do with; the main one's is read by all.
 *
 * @param own whose cache is written, empty for the main branch
 * @param others whose caches are read too, in order
 * @param proposal the pull request in words, empty where the sources are those of a branch
 */
public record Branches(Optional<String> own, List<String> others, Optional<String> proposal) {
  /** The main branch alone. */
  public static final Branches MAIN = new Branches(Optional.empty(), List.of(), Optional.empty());

  public Branches {
    others = List.copyOf(others);
  }

  /** A branch that reads the main one's cache too. */
  public static Branches of(String branch) {
    return new Branches(Optional.of(branch), List.of(), Optional.empty());
  }

  /**
   * What CI says, unless the branch is configured. A pull request has a cache of its own, named by
   * its number: the branch that it comes from may be called {@code main} in somebody's fork.
   *
   * @param configured empty or blank for none
   */
  public static Branches of(Optional<String> configured, CiFacts ci) {
    String said = configured.orElse("").strip();
    Optional<String> branch = unlessMain(said.isEmpty() ? ci.branch() : Optional.of(said), ci);
    if (!ci.isPullRequest()) {
      return new Branches(branch, List.of(), Optional.empty());
    }
    List<String> others = new ArrayList<>();
    branch.ifPresent(others::add);
    unlessMain(ci.target(), ci).ifPresent(others::add);
    String request = ci.pullRequest().map(number -> " " + number).orElse("");
    return new Branches(
        Optional.of(ci.pullRequest().map(number -> "pr-" + number).orElse("pr")),
        others,
        Optional.of("pull request" + request));
  }

  private static Optional<String> unlessMain(Optional<String> branch, CiFacts ci) {
    return branch.isPresent() && ci.isMain(branch.get()) ? Optional.empty() : branch;
  }
}
