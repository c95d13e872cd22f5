package io.daviestechlabs.dockeradr.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Position;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
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

  @Test
  void knowsThePlaceOfEveryWord() {
    String text = "FROM a\nCOPY --chown=\"1:1\" \\\n  # why\n  [\"x\\u0041y\", \\\n \"/t\"]\n";
    Dockerfile file = parse(text);
    Copy copy = file.all(Copy.class).findFirst().orElseThrow();

    assertThat(slice(file, copy.flags().get(0))).isEqualTo("--chown=\"1:1\"");
    assertThat(slice(file, copy.chown().orElseThrow())).isEqualTo("1:1");
    assertThat(copy.sources().get(0)).hasToString("xAy");
    assertThat(slice(file, copy.sources().get(0))).isEqualTo("x\\u0041y");
    assertThat(slice(file, copy.target())).isEqualTo("/t");
    assertThat(file.source().position(copy.target().span().start())).isEqualTo(new Position(5, 3));
    assertThat(copy.endLine()).isEqualTo(5);
  }

  @Test
  void knowsThePlaceOfVariablesInsideWords() {
    Dockerfile file = parse("FROM a\nENV A=\"x${B:-$C}\"\n");
    Word value = file.all(Env.class).findFirst().orElseThrow().pairs().get(0).value().orElseThrow();

    assertThat(value.variables().stream().map(v -> v.name().toString())).containsExactly("B", "C");
    assertThat(value.variables().stream().map(v -> slice(file, v)))
        .containsExactly("${B:-$C}", "$C");
    assertThat(value.literal()).isEmpty();
  }

  @Test
  void readsHeredocsWithTheirContentAndPlace() {
    String text = "FROM a\nCOPY <<-'X' <<Y /t/\n\tone\nX\ntwo $A\nY\nUSER u\n";
    Dockerfile file = parse(text);
    Copy copy = file.all(Copy.class).findFirst().orElseThrow();
    Heredoc first = copy.heredocs().get(0);

    assertThat(first.expand()).isFalse();
    assertThat(first.chomped()).hasToString("one\n");
    assertThat(first.content()).hasToString("\tone\n");
    assertThat(file.source().slice(first.span())).isEqualTo("\tone\nX\n");
    assertThat(copy.heredocs().get(1).expand()).isTrue();
    assertThat(copy.sources()).isEmpty();
    assertThat(copy.endLine()).isEqualTo(6);
    assertThat(file.all(User.class)).hasSize(1);
  }

  @Test
  void keepsBrokenInstructionsAndReadsOn() {
    Dockerfile file = parse("RUN early\nFROM a\nENV X\nBOGUS y\nCOPY z\nUSER u\n");

    assertThat(file.problems())
        .extracting(Problem::message)
        .containsExactly(
            "ENV must have two arguments",
            "no build stage in current context",
            "dockerfile parse error on line 4: unknown instruction: BOGUS",
            "dockerfile parse error on line 5: COPY requires at least two arguments,"
                + " but only one was provided. Destination could not be determined");
    assertThat(file.all(Unknown.class)).hasSize(3);
    assertThat(file.all(User.class)).hasSize(1);
  }

  @Test
  void anImageKnowsItsPartsAndTheirPlaces() {
    Dockerfile file = parse("FROM ghcr.io/o/n:1@sha256:" + "0".repeat(64) + "\nFROM debian\n");
    StageGraph graph = StageGraph.of(file);
    ImageRef image = graph.reference(file.stages().get(0)).orElseThrow();

    assertThat(image.registry().orElseThrow().span()).isEqualTo(new Span(5, 12));
    assertThat(image.tag().orElseThrow().span()).isEqualTo(new Span(17, 18));
    assertThat(graph.reference(file.stages().get(1)).orElseThrow().withDefaultTag())
        .isEqualTo("docker.io/library/debian:latest");
  }

  @Test
  void mountsKnowTheirKeysAndDefaults() {
    Dockerfile file =
        parse(
            "FROM a\nRUN --mount=TYPE=cache,dst=/c,uid=0"
                + " --mount=target=/b,rw=false"
                + " --mount=type=secret,id=s,required,env=S x\n");
    List<Mount> mounts = file.all(Run.class).findFirst().orElseThrow().mounts();

    assertThat(mounts).extracting(Mount::type).containsExactly("cache", "bind", "secret");
    assertThat(mounts).extracting(Mount::isReadOnly).containsExactly(false, true, true);
    assertThat(mounts).extracting(Mount::isRequired).containsExactly(false, false, true);
    assertThat(slice(file, mounts.get(0).field("target", "dst").orElseThrow())).isEqualTo("dst=/c");
    assertThat(mounts.get(0).uid().orElseThrow()).hasToString("0");
  }

  private static String slice(Dockerfile file, Node node) {
    return file.source().slice(node.span());
  }

  private static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }
}
