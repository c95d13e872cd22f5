package io.daviestechlabs.dockeradr.buildx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The git repositories that a build's sources are in, each read once: that goes through all of its
 * files, and tags and labels are to say the same.
 */
public final class Repositories {
  private final Map<Path, GitFacts> known = new HashMap<>();

  /**
   * What git knows about a directory, {@link GitFacts#NONE} outside a repository: that is seen
   * before any class of JGit is loaded.
   */
  public GitFacts around(Path directory) {
    Path inside = directory.toAbsolutePath().normalize();
    for (Path at = inside; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return read(at, inside);
      }
    }
    return GitFacts.NONE;
  }

  private synchronized GitFacts read(Path top, Path inside) {
    GitFacts facts = known.get(top);
    if (facts == null) {
      facts = GitRepository.facts(inside);
      known.put(top, facts);
    }
    return facts;
  }
}
