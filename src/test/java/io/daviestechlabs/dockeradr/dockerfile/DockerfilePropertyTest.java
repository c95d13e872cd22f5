package io.daviestechlabs.dockeradr.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every file, however broken. */
class DockerfilePropertyTest {
  private static final List<String> PIECES =
      List.of(
          "FROM a AS b\n",
          "FROM $X\n",
          "RUN ",
          "RUN <<EOF\n",
          "EOF\n",
          "COPY --from=b <<-'E' ",
          "COPY ",
          "ENV A=b \"C\"=d\n",
          "ENV a b\n",
          "LABEL ",
          "ONBUILD ",
          "HEALTHCHECK --interval=1s CMD ",
          "ARG X=${Y:-z}\n",
          "CMD [\"a\", \"\\u0041\\n\"]\n",
          "SHELL [\n",
          "--mount=type=cache,target=/x ",
          "# escape=`\n",
          "# syntax=x\n",
          "# comment\n",
          "  #\n",
          "\\\n",
          "`\n",
          "\\ \t\n",
          "\"",
          "'",
          "${a/b/c}",
          "${a:?$",
          "}",
          "$",
          "\n",
          "\t",
          " ",
          "\ufeff",
          "\u00a0",
          "\u0000",
          "\ud83d\ude05",
          "\r",
          "=",
          "{\"syntax\": \"y\"}",
          "#!/bin/sh\n");

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(25).map(p -> String.join("", p));
    return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().ofMaxLength(60));
  }

  @Property(tries = 500)
  void piecesTileTheFile(@ForAll("files") String text) {
    int end = 0;
    for (Piece piece : parse(text).pieces()) {
      assertThat(piece.span().start()).isEqualTo(end);
      end = piece.span().end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  @Property(tries = 500)
  void spansNest(@ForAll("files") String text) {
    parse(text).instructions().stream().flatMap(Node::walk).forEach(DockerfilePropertyTest::nests);
  }

  @Property(tries = 300)
  void lineEndsDoNotMatter(@ForAll("files") String text) {
    String unix = text.replace("\r", "");
    assertThat(tree(unix.replace("\n", "\r\n"))).isEqualTo(tree(unix));
  }

  @Property(tries = 300)
  void everyQuestionHasAnAnswer(@ForAll("files") String text) {
    Dockerfile file = parse(text);
    StageGraph graph = StageGraph.of(file);
    file.syntax();
    file.check();
    for (Stage stage : file.stages()) {
      graph.reference(stage);
      graph.needed(stage);
      assertThat(file.stageOf(stage.from())).contains(stage);
    }
    for (Run run : file.all(Run.class).toList()) {
      run.mounts().forEach(m -> assertThat(m.type()).isNotNull());
    }
    file.instructions().stream()
        .flatMap(Node::walk)
        .filter(Word.class::isInstance)
        .map(Word.class::cast)
        .forEach(w -> assertThat(w.expand(graph.global()).value()).isNotNull());
  }

  @Property(tries = 300)
  void wordsAreTheirParts(@ForAll("files") String text) {
    parse(text).instructions().stream()
        .flatMap(Node::walk)
        .filter(Word.class::isInstance)
        .map(Word.class::cast)
        .filter(w -> w.fault().isEmpty())
        .forEach(
            w ->
                assertThat(
                        w.parts().stream()
                            .map(p -> p.raw().toString())
                            .collect(Collectors.joining()))
                    .isEqualTo(w.toString()));
  }

  private static void nests(Node node) {
    for (Node child : node.children()) {
      Span inner = child.span();
      assertThat(child instanceof Heredoc || node.span().contains(inner))
          .as("%s in %s", child, node)
          .isTrue();
    }
  }

  private static String tree(String text) {
    Dockerfile file = parse(text);
    return file.instructions().stream().map(i -> raw(i.raw())).collect(Collectors.joining("\n"))
        + file.problems().stream().map(Problem::message).toList()
        + file.comments().stream().map(c -> c.line() + c.text().toString()).toList()
        + file.directives().stream().map(d -> d.key() + d.value()).toList();
  }

  private static String raw(Raw raw) {
    String heredocs =
        raw.heredocs().stream()
            .map(h -> h.name() + h.content().toString().replace("\r", ""))
            .collect(Collectors.joining("|"));
    return String.join(
        " ",
        raw.keyword(),
        raw.flags().stream().map(f -> f.text().toString()).toList().toString(),
        raw.arguments().toString(),
        raw.startLine() + "-" + raw.endLine(),
        heredocs,
        raw.inner().map(DockerfilePropertyTest::raw).orElse(""));
  }

  private static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }
}
