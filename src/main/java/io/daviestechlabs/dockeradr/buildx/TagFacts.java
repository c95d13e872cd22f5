package io.daviestechlabs.dockeradr.buildx;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What tags are made of. Git is asked when the first tag wants to know, and once. */
public final class TagFacts {
  /** Of GitHub, Gitea and Forgejo, GitLab, Jenkins, Azure Pipelines. */
  private static final List<String> COMMITS =
      List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT", "BUILD_SOURCEVERSION");

  private final ProjectFacts project;
  private final Map<String, String> environment;
  private final Supplier<GitFacts> git;
  private GitFacts known;

  /**
   * @param project whose version and timestamp count
   * @param environment the variables of the build
   * @param git asks git about the sources
   */
  public TagFacts(ProjectFacts project, Map<String, String> environment, Supplier<GitFacts> git) {
    this.project = project;
    this.environment = Map.copyOf(environment);
    this.git = git;
  }

  String version() {
    return project.version();
  }

  boolean isSnapshot() {
    return ReleaseVersion.isSnapshot(version());
  }

  /** Whether the version is one that people are to use: no snapshot, no release candidate. */
  boolean isRelease() {
    return ReleaseVersion.of(version()).filter(parts -> !parts.preliminary()).isPresent();
  }

  /**
   * The branch that is built. A pull request from the branch of a fork that has the name of the
   * target is not that branch.
   */
  Optional<String> branch() {
    CiFacts ci = CiFacts.of(environment);
    if (ci.tag().isPresent()) {
      return Optional.empty();
    }
    return ci.branch()
        .or(() -> git().branch())
        .filter(
            name ->
                !(ci.isPullRequest()
                    && (ci.target().equals(Optional.of(name)) || ci.isMain(name))));
  }

  /** Whether the repository's main branch is built. */
  boolean isMain() {
    CiFacts ci = CiFacts.of(environment);
    Optional<String> main = ci.main().or(() -> git().mainBranch());
    return branch().filter(name -> main.map(name::equals).orElse(ci.isMain(name))).isPresent();
  }

  /** The commit that is built. */
  Optional<String> commit() {
    return git()
        .head()
        .or(
            () ->
                COMMITS.stream()
                    .map(environment::get)
                    .filter(Objects::nonNull)
                    .filter(text -> text.matches("[0-9a-f]{7,64}"))
                    .findFirst());
  }

  /** Whether the sources are no longer what the commit says. */
  boolean isDirty() {
    return git().dirty();
  }

  /** The image's time in seconds since 1970, from the sources and never from the clock. */
  OptionalLong time(List<String> warnings) {
    Optional<String> epoch = Optional.ofNullable(environment.get("SOURCE_DATE_EPOCH"));
    OptionalLong told = Timestamp.told(epoch, project.outputTimestamp(), warnings);
    return told.isPresent() ? told : git().commitTime();
  }

  private GitFacts git() {
    if (known == null) {
      known = git.get();
    }
    return known;
  }
}
