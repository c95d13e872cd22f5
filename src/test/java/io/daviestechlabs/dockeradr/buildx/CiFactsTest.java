package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiFactsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          GITHUB_ACTIONS=true GITHUB_REF=refs/heads/feature/x                                    | GitHub Actions  | feature/x | -    | -  | -       | -
          GITHUB_ACTIONS=true GITHUB_REF=refs/tags/v1.2                                          | GitHub Actions  | -         | v1.2 | -  | -       | -
          GITHUB_ACTIONS=true GITHUB_REF=refs/pull/7/merge GITHUB_HEAD_REF=fix GITHUB_BASE_REF=main | GitHub Actions | fix     | -    | 7  | main    | -
          GITHUB_ACTIONS=true GITHUB_REF=refs/heads/main GITHUB_HEAD_REF=main GITHUB_BASE_REF=main | GitHub Actions | main     | -    | -  | main    | -
          GITHUB_ACTIONS=true GITHUB_REF=refs/heads/a GITHUB_HEAD_REF= GITHUB_BASE_REF=          | GitHub Actions  | a         | -    | -  | -       | -
          GITHUB_ACTIONS=true GITEA_ACTIONS=true GITHUB_REF=refs/heads/dev                       | Gitea Actions   | dev       | -    | -  | -       | -
          GITLAB_CI=true CI_COMMIT_BRANCH=dev CI_DEFAULT_BRANCH=trunk                            | GitLab          | dev       | -    | -  | -       | trunk
          GITLAB_CI=true CI_COMMIT_TAG=v1 CI_DEFAULT_BRANCH=trunk                                | GitLab          | -         | v1   | -  | -       | trunk
          GITLAB_CI=true CI_MERGE_REQUEST_IID=3 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=fix CI_MERGE_REQUEST_TARGET_BRANCH_NAME=dev CI_DEFAULT_BRANCH=main | GitLab | fix | - | 3 | dev | main
          TF_BUILD=True BUILD_SOURCEBRANCH=refs/heads/feature/y BUILD_SOURCEBRANCHNAME=y         | Azure Pipelines | feature/y | -    | -  | -       | -
          TF_BUILD=True BUILD_SOURCEBRANCH=refs/tags/v2                                          | Azure Pipelines | -         | v2   | -  | -       | -
          TF_BUILD=True BUILD_SOURCEBRANCH=refs/pull/9/merge SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/fix SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main SYSTEM_PULLREQUEST_PULLREQUESTID=9 | Azure Pipelines | fix | - | 9 | main | -
          TF_BUILD=True BUILD_SOURCEBRANCH=refs/pull/9/merge SYSTEM_PULLREQUEST_TARGETBRANCH=main SYSTEM_PULLREQUEST_PULLREQUESTID=500 SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=9 | Azure Pipelines | - | - | 9 | main | -
          JENKINS_URL=http://j/ BRANCH_NAME=dev                                                  | Jenkins         | dev       | -    | -  | -       | -
          JENKINS_URL=http://j/ BRANCH_NAME=trunk BRANCH_IS_PRIMARY=true                         | Jenkins         | trunk     | -    | -  | -       | trunk
          JENKINS_URL=http://j/ BRANCH_NAME=PR-4 CHANGE_ID=4 CHANGE_BRANCH=fix CHANGE_TARGET=dev | Jenkins         | fix       | -    | 4  | dev     | -
          JENKINS_URL=http://j/ BRANCH_NAME=v3 TAG_NAME=v3                                       | Jenkins         | -         | v3   | -  | -       | -
          JENKINS_URL=http://j/ GIT_BRANCH=origin/dev                                            | Jenkins         | dev       | -    | -  | -       | -
          CI=true BRANCH_NAME=dev                                                                | -               | -         | -    | -  | -       | -
          """)
  void isReadFromItsVariables(
      String variables,
      String system,
      String branch,
      String tag,
      String pullRequest,
      String target,
      String main) {
    CiFacts facts = CiFacts.of(environment(variables));
    assertThat(facts.system().orElse(null)).isEqualTo(system);
    assertThat(facts.branch().orElse(null)).isEqualTo(branch);
    assertThat(facts.tag().orElse(null)).isEqualTo(tag);
    assertThat(facts.pullRequest().orElse(null)).isEqualTo(pullRequest);
    assertThat(facts.target().orElse(null)).isEqualTo(target);
    assertThat(facts.main().orElse(null)).isEqualTo(main);
    assertThat(facts.isPullRequest()).isEqualTo(pullRequest != null || target != null);
  }

  @Test
  void theMainBranchIsSaidOrHasTheUsualName(@TempDir Path directory) throws IOException {
    assertThat(CiFacts.NONE.isMain("main")).isTrue();
    assertThat(CiFacts.NONE.isMain("master")).isTrue();
    assertThat(CiFacts.NONE.isMain("dev")).isFalse();
    Path event = directory.resolve("event.json");
    Map<String, String> environment = environment("GITHUB_ACTIONS=true");
    environment.put("GITHUB_EVENT_PATH", event.toString());
    assertThat(CiFacts.of(environment).main()).isEmpty();
    Files.writeString(event, "{\"repository\":{\"default_branch\":\"dev\"}}");
    CiFacts facts = CiFacts.of(environment);
    assertThat(facts.isMain("dev")).isTrue();
    assertThat(facts.isMain("main")).isFalse();
    Files.writeString(event, "no JSON");
    assertThat(CiFacts.of(environment).main()).isEmpty();
  }

  @Test
  void slugsAreTags() {
    assertThat(Slug.of("feature/Über_x.1")).isEqualTo("feature-ber_x.1");
    assertThat(Slug.tag("-.a//b")).isEqualTo("a-b");
    assertThat(Slug.tag("///")).isEmpty();
    String one = Slug.tag("x".repeat(200) + "1");
    String two = Slug.tag("x".repeat(200) + "2");
    assertThat(one).hasSize(Slug.MAX_TAG).isNotEqualTo(two);
    assertThat(ImageName.isTag(one)).isTrue();
  }

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      String[] pair = variable.split("=", 2);
      environment.put(pair[0], pair[1]);
    }
    return environment;
  }
}
