package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the variables of a CI system say about the build that it started.
 *
 * @param system its name for people, empty outside CI
 * @param branch that is built; of a pull request the one that it comes from, of a tag none
 * @param tag that is built
 * @param pullRequest the number of the pull or merge request that is built
 * @param target the branch that the pull request is to be merged into
 * @param main the branch that the repository shows first, where the system tells
 */
public record CiFacts(
    Optional<String> system,
    Optional<String> branch,
    Optional<String> tag,
    Optional<String> pullRequest,
    Optional<String> target,
    Optional<String> main) {
  /** A build that nobody but a person started. */
  public static final CiFacts NONE =
      new CiFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final long LARGEST_EVENT = 8L << 20;

  /**
   * Reads the variables of GitHub and Gitea Actions, GitLab CI, Azure Pipelines and Jenkins.
   *
   * @see <a href="https://docs.github.com/actions/reference/variables-reference">GitHub</a>
   * @see <a href="https://docs.gitlab.com/ci/variables/predefined_variables/">GitLab</a>
   * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/build/variables">Azure</a>
   * @see <a href="https://www.jenkins.io/doc/book/pipeline/multibranch/">Jenkins</a>
   */
  public static CiFacts of(Map<String, String> environment) {
    Variables all = new Variables(environment);
    if (all.is("GITEA_ACTIONS")) {
      return github("Gitea Actions", all);
    }
    if (all.is("GITHUB_ACTIONS")) {
      return github("GitHub Actions", all);
    }
    if (all.is("GITLAB_CI")) {
      return gitlab(all);
    }
    if (all.is("TF_BUILD")) {
      return azure(all);
    }
    return all.get("JENKINS_URL").isPresent() ? jenkins(all) : NONE;
  }

  /** Whether the sources are somebody's proposal, and not yet what the repository stands for. */
  public boolean isPullRequest() {
    return pullRequest.isPresent() || target.isPresent();
  }

  /**
   * Whether a branch is the repository's main one: as the system says, else by the usual names.
   *
   * @param name of the branch
   */
  public boolean isMain(String name) {
    return main.isPresent()
        ? name.equals(main.get())
        : name.equals("main") || name.equals("master");
  }

  /** Both set the same variables; {@code GITHUB_REF} of a pull request names its merge. */
  private static CiFacts github(String system, Variables all) {
    String ref = all.get("GITHUB_REF").orElse("");
    return new CiFacts(
        Optional.of(system),
        all.get("GITHUB_HEAD_REF").or(() -> cut(ref, HEADS)),
        cut(ref, TAGS),
        ref.matches("refs/pull/\\d+/\\w+") ? Optional.of(ref.split("/")[2]) : Optional.empty(),
        all.get("GITHUB_BASE_REF"),
        all.get("GITHUB_EVENT_PATH").flatMap(CiFacts::mainOfEvent));
  }

  /** No variable has it, but the event that started the run, which is kept in a file. */
  private static Optional<String> mainOfEvent(String path) {
    try {
      Path file = Path.of(path);
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_EVENT) {
        return Optional.empty();
      }
      return Json.parse(Files.readAllBytes(file))
          .map(event -> event.at("repository").at("default_branch").text())
          .filter(name -> !name.isEmpty());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** {@code CI_COMMIT_BRANCH} is set for branches only, neither for tags nor for merge requests. */
  private static CiFacts gitlab(Variables all) {
    return new CiFacts(
        Optional.of("GitLab"),
        all.get("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME").or(() -> all.get("CI_COMMIT_BRANCH")),
        all.get("CI_COMMIT_TAG"),
        all.get("CI_MERGE_REQUEST_IID"),
        all.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
        all.get("CI_DEFAULT_BRANCH"));
  }

  private static CiFacts azure(Variables all) {
    String ref = all.get("BUILD_SOURCEBRANCH").orElse("");
    return new CiFacts(
        Optional.of("Azure Pipelines"),
        all.get("SYSTEM_PULLREQUEST_SOURCEBRANCH")
            .map(name -> cut(name, HEADS).orElse(name))
            .or(() -> cut(ref, HEADS)),
        cut(ref, TAGS),
        all.get("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER")
            .or(() -> all.get("SYSTEM_PULLREQUEST_PULLREQUESTID")),
        all.get("SYSTEM_PULLREQUEST_TARGETBRANCH").map(name -> cut(name, HEADS).orElse(name)),
        Optional.empty());
  }

  /**
   * {@code BRANCH_NAME} of a pull request is PR-7; of other jobs the git plugin knows the branch.
   */
  private static CiFacts jenkins(Variables all) {
    Optional<String> tag = all.get("TAG_NAME");
    Optional<String> change = all.get("CHANGE_ID");
    Optional<String> branch =
        all.get("CHANGE_BRANCH")
            .or(() -> change.isPresent() ? Optional.empty() : all.get("BRANCH_NAME"))
            .or(() -> all.get("GIT_BRANCH").map(name -> name.replaceFirst("^origin/", "")));
    boolean primary = all.is("BRANCH_IS_PRIMARY");
    return new CiFacts(
        Optional.of("Jenkins"),
        tag.isPresent() ? Optional.empty() : branch,
        tag,
        change,
        all.get("CHANGE_TARGET"),
        primary ? branch : Optional.empty());
  }

  private static Optional<String> cut(String ref, String start) {
    return ref.startsWith(start) ? Optional.of(ref.substring(start.length())) : Optional.empty();
  }

  /** Variables, of which an empty one counts as none. */
  private record Variables(Map<String, String> values) {
    private Variables {
      Objects.requireNonNull(values);
    }

    Optional<String> get(String name) {
      String value = values.getOrDefault(name, "").strip();
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    boolean is(String name) {
      return get(name).orElse("").equalsIgnoreCase("true");
    }
  }
}
