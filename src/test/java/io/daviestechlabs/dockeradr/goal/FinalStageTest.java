package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalStageTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "FROM debian:12, debian:12",
        "FROM scratch, none",
        "FROM debian:12 AS a\\nFROM a, debian:12",
        "FROM debian:12 AS a\\nFROM alpine AS b\\nFROM scratch, none",
        "ARG V=12\\nFROM debian:$V, debian:12",
        "ARG GIVEN=1\\nFROM debian:$GIVEN, debian:given",
        "ARG GIVEN\\nFROM debian:${GIVEN}-slim, debian:given-slim",
        "ARG UNKNOWN\\nFROM debian:$UNKNOWN, none",
        "FROM Debian, none",
        "'', none",
      })
  void theBaseImage(String file, String base) {
    assertThat(of(file).base()).isEqualTo(Optional.ofNullable(base).map(ImageName::parse));
  }

  @Test
  void userHealthCheckAndLabelsAreInherited() {
    FinalStage stage =
        of(
            "FROM x AS a\\nUSER app\\nHEALTHCHECK CMD x\\nLABEL k=1 l='two words'\\nFROM a\\nLABEL k=3\\nHEALTHCHECK NONE");
    assertThat(stage.user()).contains("app");
    assertThat(stage.healthCheck()).contains(false);
    assertThat(stage.labels())
        .containsExactlyInAnyOrderEntriesOf(Map.of("k", "3", "l", "two words"));
  }

  @Test
  void whatABuildArgumentMayChangeIsNotKnown() {
    FinalStage stage = of("FROM x\\nARG GIVEN=1\\nENV U=$GIVEN\\nUSER $U\\nLABEL k=$GIVEN l=1");
    assertThat(stage.user()).isEmpty();
    assertThat(stage.labels()).containsExactlyInAnyOrderEntriesOf(Map.of("l", "1"));
  }

  @Test
  void theTargetDecides() {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM a AS one\nUSER u\nFROM b\n"));
    assertThat(FinalStage.of(file, Optional.of("one"), Map.of()).user()).contains("u");
    assertThat(FinalStage.of(file, Optional.of("no"), Map.of()).base()).isEmpty();
  }

  private static FinalStage of(String file) {
    return FinalStage.of(
        Dockerfile.parse(Source.of("Dockerfile", file.translateEscapes())),
        Optional.empty(),
        Map.of("GIVEN", "given"));
  }
}
