package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolatileArgumentTest {
  @Test
  void whatUsesTheArgumentEndsWhatCouldStandAboveIt() {
    assertThat(runsUnaware("RUN apt-get update\nRUN make VERSION=$GIT_COMMIT\nRUN ls\n"))
        .hasSize(1);
  }

  @Test
  void aVariableThatIsMadeOfTheArgumentStandsForIt() {
    assertThat(runsUnaware("ENV BUILD=$GIT_COMMIT\nRUN ls\nRUN make $BUILD\n")).hasSize(1);
  }

  @Test
  void aVariableWithoutANameIsMentionedNowhere() {
    assertThat(runsUnaware("ENV =$GIT_COMMIT\nRUN ls\n")).hasSize(1);
  }

  private static List<Run> runsUnaware(String below) {
    Dockerfile file =
        Dockerfile.parse(Source.of("Dockerfile", "FROM debian:12\nARG GIT_COMMIT\n" + below));
    VolatileArgument only = VolatileArgument.in(file.stages().get(0)).get(0);
    return only.unaware().stream().filter(Run.class::isInstance).map(Run.class::cast).toList();
  }
}
