package io.daviestechlabs.dockeradr.buildx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/** Reads {@link GitFacts} from the repository around a directory; the only user of JGit. */
public final class GitRepository {
  private static final String REMOTE = Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/";

  private GitRepository() {}

  /**
   * The facts of the repository that a directory is in, {@link GitFacts#NONE} where there is none
   * or where it cannot be read: a build must not fail for the sake of a label.
   */
  public static GitFacts facts(Path directory) {
    QuietSystem.install();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    builder.findGitDir(directory.toAbsolutePath().normalize().toFile());
    File found = builder.getGitDir();
    if (found == null) {
      return GitFacts.NONE;
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      return read(repository);
    } catch (IOException | IllegalArgumentException e) {
      return GitFacts.NONE;
    }
  }

  private static GitFacts read(Repository repository) throws IOException {
    Optional<String> origin =
        Optional.ofNullable(repository.getConfig().getString("remote", "origin", "url"));
    Optional<String> branch = branch(repository, Constants.HEAD, Constants.R_HEADS);
    Optional<String> main = branch(repository, REMOTE + Constants.HEAD, REMOTE);
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return new GitFacts(Optional.empty(), false, OptionalLong.empty(), origin, branch, main);
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(head);
      return new GitFacts(
          Optional.of(head.name()),
          dirty(repository),
          OptionalLong.of(commit.getCommitTime()),
          origin,
          branch,
          main);
    }
  }

  /** The branch that a symbolic reference stands for. */
  private static Optional<String> branch(Repository repository, String name, String prefix)
      throws IOException {
    Ref reference = repository.exactRef(name);
    if (reference == null || !reference.isSymbolic()) {
      return Optional.empty();
    }
    String target = reference.getTarget().getName();
    return target.startsWith(prefix)
        ? Optional.of(target.substring(prefix.length()))
        : Optional.empty();
  }

  /** As {@code git describe --dirty} sees it: files that git does not track do not count. */
  private static boolean dirty(Repository repository) throws IOException {
    if (repository.isBare()) {
      return false;
    }
    IndexDiff diff = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
    diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
    diff.diff();
    return !(diff.getAdded().isEmpty()
        && diff.getChanged().isEmpty()
        && diff.getRemoved().isEmpty()
        && diff.getMissing().isEmpty()
        && diff.getModified().isEmpty()
        && diff.getConflicting().isEmpty());
  }
}
