package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheTest {
  private static final BuildRequest REQUEST =
      BuildRequest.of(
          ImageName.parse("registry.example.com/app:1"), Path.of("p"), Path.of("p/Dockerfile"));
  private static final CiFacts PROPOSAL =
      ci(Optional.of("fix"), Optional.of("7"), Optional.of("main"), Optional.empty());

  @Test
  void aBranchReadsItsOwnCacheAndThatOfTheMainOne() {
    assertThat(read(Branches.of(Optional.of("dev"), CiFacts.NONE)))
        .containsExactly("buildcache-dev", "buildcache");
    assertThat(read(Branches.of(Optional.of("main"), CiFacts.NONE))).containsExactly("buildcache");
    assertThat(read(Branches.of(Optional.of(" "), CiFacts.NONE))).containsExactly("buildcache");
    CiFacts trunk =
        ci(Optional.of("trunk"), Optional.empty(), Optional.empty(), Optional.of("trunk"));
    assertThat(read(Branches.of(Optional.empty(), trunk))).containsExactly("buildcache");
    assertThat(read(Branches.of(Optional.of("other"), trunk)))
        .containsExactly("buildcache-other", "buildcache");
  }

  @Test
  void aPullRequestReadsAndDoesNotWrite() {
    Cache cache = Cache.AUTOMATIC.withBranches(Branches.of(Optional.empty(), PROPOSAL));
    assertThat(cache.whyNotWritten()).contains("pull request 7");
    assertThat(cache.written(REQUEST)).isEmpty();
    assertThat(cache.withMode(Cache.Mode.REQUIRED).written(REQUEST)).isEmpty();
    assertThat(cache.withMode(Cache.Mode.READ).whyNotWritten()).isEmpty();
  }

  @Test
  void aForkWhoseBranchIsCalledMainDoesNotWriteTheMainCache() {
    CiFacts fork = ci(Optional.of("main"), Optional.of("7"), Optional.of("main"), Optional.empty());
    Cache cache =
        Cache.AUTOMATIC
            .withMode(Cache.Mode.WRITE)
            .withBranches(Branches.of(Optional.empty(), fork));
    assertThat(cache.written(REQUEST).orElseThrow().name()).endsWith(":buildcache-pr-7");
    assertThat(cache.whyNotWritten()).isEmpty();
  }

  @Test
  void theOrderOfPlatformsDoesNotMatter() {
    BuildRequest one = REQUEST.withPlatforms(List.of("linux/arm64", "linux/amd64"));
    BuildRequest other = REQUEST.withPlatforms(List.of("linux/amd64", "linux/arm64"));
    assertThat(one.cache().written(one)).isEqualTo(other.cache().written(other));
    BuildRequest engines = REQUEST.withPlatforms(List.of());
    assertThat(engines.cache().written(engines).orElseThrow().name())
        .endsWith(":buildcache-native");
  }

  @Test
  void theCacheOfGithubIsRefusedElsewhere() {
    Cache cache = Cache.AUTOMATIC.withStore(new CacheStore.GitHub());
    Map<String, String> environment = new HashMap<>();
    refused(cache, environment, "GitHub's own service", "registry");
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITEA_ACTIONS", "true");
    refused(cache, environment, "ADR-0014 §9", "registry");
    environment.remove("GITEA_ACTIONS");
    refused(cache, environment, "ACTIONS_RUNTIME_TOKEN is not set", "ghaction-github-runtime");
    environment.put("ACTIONS_RUNTIME_TOKEN", "t");
    refused(cache, environment, "ACTIONS_RESULTS_URL is not set", "ghaction-github-runtime");
    environment.put("ACTIONS_RESULTS_URL", "https://r");
    assertThatCode(() -> cache.check(environment)).doesNotThrowAnyException();
    assertThatCode(() -> cache.withMode(Cache.Mode.OFF).check(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"b,access_key_id=x", "", "-b", "b c", "b\nc", "b/c", "\"b\"", "type=s3,bucket=b"})
  void aBucketIsAName(String bucket) {
    assertThatThrownBy(
            () -> new CacheStore.S3(bucket, "r", Optional.empty(), Optional.empty(), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<cache><bucket>");
  }

  @Test
  void keysHaveNoPlaceInAddresses() {
    assertThatThrownBy(() -> new CacheStore.AzBlob("https://u:key@host/"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("environment")
        .hasMessageNotContaining("key@");
    assertThatThrownBy(() -> new CacheStore.AzBlob("https://host/?sig=abc"))
        .isInstanceOf(UserError.class)
        .hasMessageNotContaining("abc");
    assertThatThrownBy(() -> new CacheStore.AzBlob("host")).isInstanceOf(UserError.class);
  }

  @Test
  void aReferenceIsAnImageName() {
    assertThatThrownBy(() -> new CacheStore.Registry(Optional.of("type=gha")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<cache><ref> 'type=gha' is no image name");
    assertThatThrownBy(
            () ->
                new Cache(
                    Cache.Mode.AUTO,
                    CacheStore.Registry.OWN,
                    List.of("type=s3,bucket=b"),
                    Branches.MAIN,
                    Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<cache><from> 'type=s3,bucket=b' is no image name");
  }

  private static void refused(
      Cache cache, Map<String, String> environment, String what, String remedy) {
    assertThatThrownBy(() -> cache.check(environment))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.what()).contains(what);
              assertThat(error.remedy()).contains(remedy);
            });
  }

  private static List<String> read(Branches branches) {
    return Cache.AUTOMATIC.withBranches(branches).read(REQUEST).stream()
        .map(place -> place.reference().orElseThrow().tag().orElseThrow())
        .toList();
  }

  private static CiFacts ci(
      Optional<String> branch,
      Optional<String> request,
      Optional<String> target,
      Optional<String> main) {
    return new CiFacts(Optional.of("CI"), branch, Optional.empty(), request, target, main);
  }
}
