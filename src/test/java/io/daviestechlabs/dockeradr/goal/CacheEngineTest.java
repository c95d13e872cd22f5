package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.Branches;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.CacheStore;
import io.daviestechlabs.dockeradr.buildx.CiFacts;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caches with a real engine and a real registry, as {@link BuildEngineTest} has them. */
@Tag("engine")
class CacheEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private BuildRequest request;

  @BeforeEach
  void write() throws IOException {
    environment.put("SOURCE_DATE_EPOCH", "1700000000");
    Files.writeString(directory.resolve("data.txt"), UUID.randomUUID().toString());
    Files.writeString(
        directory.resolve("Dockerfile"),
        """
        FROM scratch
        COPY data.txt /data.txt
        HEALTHCHECK CMD ["/none"]
        USER 1000:1000
        """);
    request =
        BuildRequest.of(
                ImageName.parse(REGISTRY + "/adr-cache/" + run + ":1"),
                directory,
                directory.resolve("Dockerfile"))
            .withDelivery(Delivery.of(false, true));
  }

  @Test
  void aBranchWritesItsOwnCacheAndReadsThatOfTheMainOne() {
    assertThat(build(Cache.AUTOMATIC).cache().orElseThrow()).contains(":buildcache: 1 layer, zstd");
    assertThat(console.infos).filteredOn(line -> line.contains("no cache yet")).hasSize(1);
    console.infos.clear();
    Cache branch = Cache.AUTOMATIC.withBranches(Branches.of("feature/x"));
    assertThat(build(branch).cache().orElseThrow()).contains(":buildcache-feature-x: 1 layer");
    assertThat(console.infos).noneMatch(line -> line.contains("no cache yet"));
    assertThat(console.warnings).isEmpty();
  }

  @Test
  void aPullRequestLeavesTheCacheAsItIs() {
    CiFacts proposal =
        CiFacts.of(
            Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REF", "refs/pull/7/merge",
                "GITHUB_HEAD_REF", "fix",
                "GITHUB_BASE_REF", "main"));
    Cache cache = Cache.AUTOMATIC.withBranches(Branches.of(Optional.empty(), proposal));
    assertThat(build(cache).cache().orElseThrow())
        .startsWith("read only, for this is pull request 7: ")
        .endsWith(":buildcache-fix");
    // BuildKit asks for both at once, and names them in the order of the answers.
    assertThat(console.infos)
        .anyMatch(line -> line.contains("no cache yet at") && line.endsWith(", nor at 1 more"));
    assertThat(build(cache.withMode(Cache.Mode.WRITE)).cache().orElseThrow())
        .contains(":buildcache-pr-7: 1 layer");
  }

  @Test
  void theImageItselfCanBeTheCache() {
    Cache inline = Cache.AUTOMATIC.withStore(new CacheStore.Inline());
    build(inline);
    BuildResult second = build(inline);
    assertThat(second.cached()).isEqualTo(second.steps().size());
    assertThat(console.warnings).isEmpty();
    assertThat(console.infos).anyMatch(line -> line.contains("no cache yet at " + REGISTRY));
  }

  @Test
  void thePageHasTheLayersThatTheRegistryHas() {
    build(Cache.AUTOMATIC);
    assertThat(directory.resolve("out/build.html"))
        .content()
        .contains("<code>COPY data.txt /data.txt</code>", "Layers, from the base up", "gzip");
  }

  private BuildResult build(Cache cache) {
    return RealBuilds.of(
            environment,
            console,
            new WantedImage("", request.withCache(cache), directory.resolve("out")))
        .run()
        .get(0);
  }
}
