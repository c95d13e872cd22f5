package io.daviestechlabs.dockeradr.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageGraphTest {
  private static final Dockerfile FILE =
      Dockerfile.parse(
          Source.of(
              "Dockerfile",
              """
              ARG VERSION=12
              FROM debian:${VERSION} AS Base
              ENV HOME=/srv
              ARG VERSION
              USER app
              FROM base AS build
              ARG JAR=target/*.jar
              ARG TOKEN
              ENV DIR=$HOME/x OTHER=$DIR
              COPY ${JAR} $DIR/
              FROM scratch AS unused
              FROM base
              COPY --from=build /x /x
              RUN --mount=from=1,target=/y true
              FROM ${UNKNOWN}
              """));

  private final StageGraph graph = StageGraph.of(FILE);

  @Test
  void stagesAreFoundByNameWithoutCaseAndByIndex() {
    assertThat(graph.target(Optional.of("BASE"))).contains(stage(0));
    assertThat(graph.target(Optional.of("1"))).contains(stage(1));
    assertThat(graph.target(Optional.of("none"))).isEmpty();
    assertThat(graph.target(Optional.empty())).contains(stage(4));
  }

  @Test
  void aBaseIsAnEarlierStageOrAnImage() {
    assertThat(graph.base(stage(0))).isEmpty();
    assertThat(graph.image(stage(0))).contains("debian:12");
    assertThat(graph.base(stage(3))).contains(stage(0));
    assertThat(graph.image(stage(4))).isEmpty();
  }

  @Test
  void aTargetNeedsWhatItIsMadeFrom() {
    assertThat(graph.needed(stage(3))).containsExactlyInAnyOrder(stage(0), stage(1), stage(3));
  }

  @Test
  void propertiesAreInherited() {
    assertThat(graph.effective(stage(1), User.class).map(u -> u.user().toString())).contains("app");
    assertThat(graph.effective(stage(2), User.class)).isEmpty();
  }

  @Test
  void environmentIsInherited() {
    Scope scope = graph.scope(stage(1), stage(1).instructions().get(3));

    assertThat(scope.value("HOME")).contains("/srv");
    assertThat(scope.value("DIR")).contains("/srv/x");
    assertThat(scope.value("OTHER")).isEmpty();
    assertThat(scope.value("JAR")).contains("target/*.jar");
    assertThat(scope.knowledge("TOKEN")).isEqualTo(Scope.Knowledge.DECLARED);
    assertThat(scope.knowledge("JDK")).isEqualTo(Scope.Knowledge.UNKNOWN);
  }

  @Test
  void argumentsAreInheritedFromTheStageBelowOnly() {
    assertThat(graph.scope(stage(1)).value("VERSION")).contains("12");
    assertThat(graph.scope(stage(2)).knowledge("VERSION")).isEqualTo(Scope.Knowledge.UNKNOWN);
  }

  @Test
  void givenArgumentsOverruleDefaults() {
    StageGraph given = StageGraph.of(FILE, Map.of("VERSION", "13", "UNKNOWN", "alpine"));

    assertThat(given.image(stage(0))).contains("debian:13");
    assertThat(given.image(stage(4))).isEmpty();
  }

  @Test
  void environmentOverrulesArgumentsWhateverTheOrder() {
    Dockerfile file =
        Dockerfile.parse(Source.of("Dockerfile", "FROM a\nENV X=env\nARG X=arg\nARG TARGETARCH\n"));
    Scope scope = StageGraph.of(file).scope(file.stages().get(0));

    assertThat(scope.value("X")).contains("env");
    assertThat(scope.knowledge("TARGETARCH")).isEqualTo(Scope.Knowledge.DECLARED);
    assertThat(scope.names()).containsExactly("X", "TARGETARCH");
  }

  @Test
  void aStageMayCopyFromALaterOne() {
    Dockerfile file =
        Dockerfile.parse(Source.of("Dockerfile", "FROM a AS a\nCOPY --from=B / /\nFROM c AS b\n"));
    assertThat(StageGraph.of(file).needed(file.stages().get(0))).hasSize(2);
  }

  private static Stage stage(int index) {
    List<Stage> stages = FILE.stages();
    return stages.get(index);
  }
}
