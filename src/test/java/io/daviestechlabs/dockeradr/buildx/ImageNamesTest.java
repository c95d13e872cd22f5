package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNamesTest {
  private static final GitFacts GIT = git(false);
  private static final Map<String, String> BRANCH =
      Map.of(
          "GITLAB_CI", "true", "CI_COMMIT_BRANCH", "feature/Login_2", "CI_DEFAULT_BRANCH", "main");

  /** Version, entry of tags, what comes of it, whether it stays with one image. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1.2.3          | 7                                       | 7                 | true",
        "1.2.3          | latest                                  | latest            | false",
        "1.2.3          | {{major}}.{{minor}}                     | 1.2               | false",
        "1.2.3          | type=semver,pattern={{major}}.{{minor}} | 1.2               | false",
        "v1.2.3         | type=semver                             | 1.2.3             | true",
        "1.2            | type=semver,pattern={{major}}.{{minor}}.{{patch}} | 1.2.0   | true",
        "1.2.3.Final    | {{major}}                               | 1                 | false",
        "1.2.3+b5       | {{major}}                               | 1                 | false",
        "1.2.3-rc1      | {{major}}.{{minor}}                     | -                 | false",
        "1.2.3-SNAPSHOT | {{major}}.{{minor}}                     | -                 | false",
        "1.2.3-rc1      | v{{version}}                            | v1.2.3-rc1        | true",
        "1.2.3-SNAPSHOT | v{{version}}                            | v1.2.3-SNAPSHOT   | false",
        "1.2.3          | type=branch                             | feature-Login_2   | false",
        "1.2.3          | {{branch}}-{{sha}}                      | feature-Login_2-0123456 | true",
        "1.2.3          | type=sha                                | sha-0123456       | true",
        "1.2.3          | type=sha,prefix=,format=long            | 0123456789abcdef0123456789abcdef01234567 | true",
        "1.2.3          | type=timestamp                          | 20231114221320    | true",
        "1.2.3          | type=timestamp,pattern=YYYYMMDD-HHmm    | 20231114-2213     | true",
        "1.2.3          | nightly-{{ date 'yyyy.MM.dd' }}         | nightly-2023.11.14 | true",
        "1.2.3          | type=raw,value=edge,suffix=-gpu         | edge-gpu          | true",
        "1.2.3          | type=raw,value=latest,enable=release    | latest            | false",
        "1.2.3-rc1      | type=raw,value=latest,enable=release    | -                 | false",
        "1-SNAPSHOT     | type=raw,value=dev,enable=snapshot      | dev               | true",
        "1.2.3          | type=branch,enable=main                 | -                 | false",
        "1.2.3          | type=sha,enable=false                   | -                 | false",
        "1.2.3          | other.example.com/app                   | other.example.com/app:1.2.3 | true",
        "1.2.3          | other.example.com/app:{{major}}         | other.example.com/app:1 | false",
      })
  void aTagIsMade(String version, String entry, String tag, boolean fixed) {
    ImageNames names = names("app", List.of(entry), version, BRANCH, GIT);
    assertThat(names.warnings()).isEmpty();
    assertThat(names.tags()).isEqualTo(tag == null ? List.of() : List.of(tag));
    assertThat(names.fixed().stream().map(ImageName::toString).toList())
        .matches(all -> tag == null || fixed == all.stream().anyMatch(it -> it.endsWith(tag)));
  }

  @Test
  void whatTheCommandLineTookApartIsPutTogether() {
    List<String> split = List.of("a,b", "type=sha", "format=long", "prefix=", "c");
    assertThat(TagRule.of(split).stream().map(TagRule::written))
        .containsExactly("a", "b", "type=sha,format=long,prefix=", "c");
  }

  @Test
  void theVersionIsTheTag() {
    assertThat(names("app", "1.0+b/5").image()).hasToString("app:1.0-b-5");
    ImageNames release = names("team/app", "1.0");
    assertThat(release.image()).hasToString("team/app:1.0");
    assertThat(release.fixed()).containsExactly(release.image());
    assertThat(names("team/app", "1.0-SNAPSHOT").fixed()).isEmpty();
    assertThat(names("app:latest", "1.0").fixed()).isEmpty();
    assertThat(names("app:{{branch}}", "1.0").image()).hasToString("app:feature-Login_2");
    assertThat(names("app:{{branch}}", "1.0").fixed()).isEmpty();
  }

  @Test
  void latestIsForReleases() {
    assertThat(latest("1.0")).containsExactly("latest");
    assertThat(latest("1.0-SNAPSHOT")).isEmpty();
    assertThat(latest("1.0-beta-2")).isEmpty();
    assertThat(latest("main")).isEmpty();
  }

  @Test
  void theRegistryStandsBeforeANameWithoutOne() {
    assertThat(on("r.example.com:5000/team", "app")).isEqualTo("r.example.com:5000/team/app:1");
    assertThat(on("r.example.com", "other.example.com/app")).isEqualTo("other.example.com/app:1");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    List<String> entries = List.of("type=branch", "type=sha", "type=timestamp", "x");
    ImageNames names = names("app", entries, "1.0", Map.of(), GitFacts.NONE);
    assertThat(names.tags()).containsExactly("x");
    assertThat(names.warnings())
        .containsExactly(
            "tag '{{branch}}' is left out: no branch is known",
            "tag 'sha-{{sha}}' is left out: no commit is known",
            "tag '{{date 'yyyyMMddHHmmss'}}' is left out: the image has no time of its own");
  }

  @Test
  void changedSourcesAreNotTheCommit() {
    ImageNames names = names("app", List.of("type=sha"), "1.0", Map.of(), git(true));
    assertThat(names.tags()).containsExactly("sha-0123456-dirty");
    assertThat(names.fixed()).hasSize(1);
  }

  @Test
  void theBranchOfAForkIsNotTheOneOfThatName() {
    Map<String, String> fork =
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_REF", "refs/pull/7/merge",
            "GITHUB_HEAD_REF", "main",
            "GITHUB_BASE_REF", "main");
    assertThat(names("app", List.of("type=branch"), "1.0", fork, GIT).tags()).isEmpty();
  }

  @Test
  void aLongBranchIsCut() {
    Map<String, String> variables =
        Map.of("GITLAB_CI", "true", "CI_COMMIT_BRANCH", "x/".repeat(100));
    ImageNames names = names("app", List.of("type=branch"), "1.0", variables, GIT);
    assertThat(names.tags()).hasSize(1).allMatch(tag -> tag.matches("app:[x-]+[0-9a-f]{8}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "It/Wrong Name  | x                        | <image> 'It/Wrong Name' is no image name: it has the capital letter 'I' at 1",
        "it/wrong name  | x                        | it has ' ' at 9",
        "app@sha256:01234567890123456789012345678901 | x  | has a digest, which an image gets by being built",
        "%g/%a:%l       | x                        | placeholders of another plugin",
        "app:{{major}}  | x                        | has no numbers",
        "app            | a b                      | <tags> has 'a b', which is no tag",
        "app            | .a                       | <tags> has '.a', which is no tag",
        "app            | Other/app                | <tags> 'Other/app' is no image name",
        "app            | {{version                | '{{version' is no placeholder",
        "app            | {{commit}}               | '{{commit}}' is no placeholder",
        "app            | {{major}}                | The version 'main' has no numbers for the tag '{{major}}'",
        "app            | type=ref,event=branch    | there is no type 'ref'",
        "app            | type=sha,pattern=x       | type sha has no 'pattern'",
        "app            | type=raw                 | it has no value",
        "app            | type=sha,enable=maybe    | enable is 'maybe'",
        "app            | {{date 'bb'}}            | cannot be written as 'bb'",
      })
  void whatSomebodyWroteIsNotReplaced(String image, String tag, String what) {
    assertThatThrownBy(() -> names(image, List.of(tag), "main", BRANCH, GIT))
        .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.what()).contains(what));
  }

  private static List<String> latest(String version) {
    return ImageNames.of("app", Optional.empty(), List.of(), true, facts(version, BRANCH, GIT))
        .tags();
  }

  private static String on(String registry, String image) {
    return ImageNames.of(image, Optional.of(registry), List.of(), false, facts("1", BRANCH, GIT))
        .image()
        .toString();
  }

  private static ImageNames names(String image, String version) {
    return names(image, List.of(), version, BRANCH, GIT);
  }

  private static ImageNames names(
      String image,
      List<String> tags,
      String version,
      Map<String, String> variables,
      GitFacts git) {
    return ImageNames.of(image, Optional.empty(), tags, false, facts(version, variables, git));
  }

  private static TagFacts facts(String version, Map<String, String> variables, GitFacts git) {
    return new TagFacts(ProjectFacts.of("g", "a", version), variables, () -> git);
  }

  private static GitFacts git(boolean dirty) {
    return new GitFacts(
        Optional.of("0123456789abcdef0123456789abcdef01234567"),
        dirty,
        OptionalLong.of(1_700_000_000L),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
