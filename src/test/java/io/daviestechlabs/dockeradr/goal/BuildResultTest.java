package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildResultTest {
  @Test
  void theSlowestStepsAreSaid() {
    List<Step> steps =
        List.of(
            step("quick", 499, false),
            step("slow", 500, false),
            step("slower", 1000, false),
            step("cached", 9000, true),
            step("slowest", 5000, false),
            step("just as slow", 1000, false));
    BuildResult result = result(steps, List.of());
    assertThat(result.cached()).isEqualTo(1);
    assertThat(result.lines())
        .filteredOn(line -> line.startsWith("  slowest"))
        .containsExactly(
            "  slowest  5.0s  slowest", "  slowest  1.0s  slower", "  slowest  1.0s  just as slow");
  }

  @Test
  void theFirstMissesAreSaidAndTheOthersCounted() {
    assertThat(result(List.of(), List.of("a", "b", "c")).lines())
        .endsWith("  missed   a", "  missed   b", "  missed   c");
    assertThat(result(List.of(), List.of("a", "b", "c", "d", "e")).lines())
        .endsWith("  missed   c", "  missed   and 2 more");
  }

  @Test
  void propertiesTellOfTheImage() {
    assertThat(result(List.of(), List.of()).properties())
        .isEqualTo(
            Map.of(
                "docker-adr.image.web.name", "shop/pay:1",
                "docker-adr.image.web.digest", "sha256:1",
                "docker-adr.image.web.reference", "shop/pay@sha256:1"));
  }

  private static Step step(String name, int millis, boolean cached) {
    Instant start = Instant.EPOCH;
    return new Step(
        1,
        name,
        Optional.of(start),
        Optional.of(start.plusMillis(millis)),
        cached,
        Optional.empty(),
        List.of(),
        "",
        0,
        List.of());
  }

  private static BuildResult result(List<Step> steps, List<String> missed) {
    return new BuildResult(
        "web",
        List.of(ImageName.parse("shop/pay:1")),
        Optional.of("sha256:1"),
        Optional.empty(),
        0,
        steps,
        Optional.empty(),
        missed,
        Optional.empty(),
        Duration.ofSeconds(1));
  }
}
