package io.daviestechlabs.dockeradr.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import org.junit.jupiter.api.Test;

class DockerfileTest {
  private static final String ORDINARY =
      """
      # syntax=docker/dockerfile:1
      ARG VERSION=12

      # The base.
      FROM debian:${VERSION} AS base
      RUN --mount=type=cache,target=/var/cache/apt apt-get update && \\
          # why
          apt-get install -y curl
      COPY --from=build --chown=1:1 a "b c" /d/
      ENV A=b C="d e"
      RUN <<EOF
      echo hello
      EOF
      ENTRYPOINT ["/bin/sh", "-c"]
      ONBUILD USER root
      """;

  @Test
  void readsAnOrdinaryFile() {
    Dockerfile file = parse(ORDINARY);
    assertThat(file.problems()).isEmpty();
    assertThat(file.directives()).extracting(Directive::key).containsExactly("syntax");
    assertThat(file.globalArgs()).hasSize(1);
    assertThat(file.stages()).hasSize(1);
    Stage stage = file.stages().get(0);
    assertThat(stage.name()).contains("base");
    assertThat(stage.from().comments()).extracting(c -> c.text().toString()).contains("The base.");
    assertThat(stage.instructions()).hasSize(6);
    assertThat(file.all(User.class)).hasSize(1);
    Run run = file.all(Run.class).findFirst().orElseThrow();
    assertThat(run.startLine()).isEqualTo(6);
    assertThat(run.endLine()).isEqualTo(8);
    assertThat(run.mounts().get(0).target().orElseThrow()).hasToString("/var/cache/apt");
    Copy copy = file.all(Copy.class).findFirst().orElseThrow();
    assertThat(copy.from().orElseThrow()).hasToString("build");
    assertThat(copy.sources()).extracting(Word::toString).containsExactly("a", "\"b", "c\"");
  }

  private static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }
}
