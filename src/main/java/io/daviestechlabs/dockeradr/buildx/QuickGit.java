package io.daviestechlabs.dockeradr.buildx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@link GitFacts} through the git command, as buildx does for itself. JGit has to be loaded
 * first, and that takes a new JVM longer than all else that a build does on its way to buildx.
 *
 * <p>Whatever does not go as expected is left to {@link GitRepository}: no command or an old one, a
 * repository of another owner, variables that make git look elsewhere.
 */
final class QuickGit {
  private static final List<String> ELSEWHERE =
      List.of(
          "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY");

  /** Nothing is written for the sake of a question: somebody may be committing. */
  private static final Map<String, String> QUIET = Map.of("GIT_OPTIONAL_LOCKS", "0");

  private static final String COMMIT = "# branch.oid ";
  private static final String BRANCH = "# branch.head ";
  private static final String MAIN = "refs/remotes/origin/";

  private final Exec exec;
  private final Path directory;

  private QuickGit(Exec exec, Path directory) {
    this.exec = exec;
    this.directory = directory;
  }

  /**
   * The facts of the repository that a directory is in.
   *
   * @param exec starts git
   * @return empty where git cannot be asked
   */
  static Optional<GitFacts> facts(Exec exec, Path directory) throws InterruptedException {
    for (String variable : ELSEWHERE) {
      if (System.getenv(variable) != null) {
        return Optional.empty();
      }
    }
    try {
      return new QuickGit(exec, directory).facts();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<GitFacts> facts() throws IOException, InterruptedException {
    Exec.Outcome status =
        git(
            "status",
            "--porcelain=v2",
            "--branch",
            "--untracked-files=no",
            "--ignore-submodules=all");
    Optional<String> commit = Optional.empty();
    Optional<String> branch = Optional.empty();
    boolean dirty = false;
    for (String line : status.output().split("\n")) {
      if (line.startsWith(COMMIT)) {
        commit = told(line.substring(COMMIT.length()));
      } else if (line.startsWith(BRANCH)) {
        branch = told(line.substring(BRANCH.length()));
      } else {
        dirty |= !line.isEmpty() && line.charAt(0) != '#';
      }
    }
    if (status.exitCode() != 0 || commit.isEmpty() && branch.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong time = OptionalLong.empty();
    if (commit.isPresent()) {
      String seconds = line(git("log", "-1", "--no-show-signature", "--format=%ct", commit.get()));
      if (!seconds.matches("[0-9]{1,18}")) {
        return Optional.empty();
      }
      time = OptionalLong.of(Long.parseLong(seconds));
    }
    String origin = line(git("config", "--get", "remote.origin.url"));
    String main = line(git("symbolic-ref", "--quiet", MAIN + "HEAD"));
    return Optional.of(
        new GitFacts(
            commit,
            dirty && commit.isPresent(),
            time,
            origin.isEmpty() ? Optional.empty() : Optional.of(origin),
            branch,
            main.startsWith(MAIN) ? Optional.of(main.substring(MAIN.length())) : Optional.empty()));
  }

  /** What is not there has a word in parentheses. */
  private static Optional<String> told(String value) {
    return value.startsWith("(") ? Optional.empty() : Optional.of(value);
  }

  private static String line(Exec.Outcome outcome) {
    return outcome.exitCode() == 0 ? outcome.output().strip() : "";
  }

  private Exec.Outcome git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return exec.run(
        new Exec.Command(command, QUIET, Optional.of(directory), ""), Exec.Listener.DEAF);
  }
}
