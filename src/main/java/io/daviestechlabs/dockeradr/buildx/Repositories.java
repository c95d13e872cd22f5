package io.daviestechlabs.dockeradr.buildx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The git repositories that a build's sources are in, each read once: that goes through all of its
 * files, and tags and labels are to say the same.
 */
public final class Repositories {
  private final Map<Path, GitFacts> known = new HashMap<>();
  private final Exec exec = new Processes();

  /**
   * What git knows about a directory, {@link GitFacts#NONE} outside a repository: that is seen
   * before anything is started or loaded.
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
      facts = facts(inside);
      known.put(top, facts);
    }
    return facts;
  }

  private GitFacts facts(Path inside) {
    try {
      Optional<GitFacts> quick = QuickGit.facts(exec, inside);
      return quick.isPresent() ? quick.get() : GitRepository.facts(inside);
    } catch (InterruptedException e) {
      // Whoever waits for the build is told by its next question.
      Thread.currentThread().interrupt();
      return GitFacts.NONE;
    }
  }
}
