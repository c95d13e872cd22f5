package io.daviestechlabs.dockeradr.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files made to cost time, memory or stack. */
class HostileDockerfileTest {
  @Test
  void aLineThatIsTooLongEndsTheReading() {
    Dockerfile file = parse("FROM a\nRUN " + "x".repeat(1_000_000) + "\nUSER b\n");

    assertThat(messages(file))
        .containsExactly("dockerfile line greater than maximum allowed size of 65535");
    assertThat(file.instructions()).hasSize(1);
    assertThat(file.pieces().get(1).kind()).isEqualTo(Piece.Kind.UNREAD);
  }

  @Test
  void bytesCountNotCharacters() {
    String fits = "é".repeat(32_765);
    assertThat(parse("FROM a\nRUN " + fits + "\n").problems()).isEmpty();
    assertThat(parse("FROM a\nRUN " + fits + "é\n").problems()).hasSize(1);
  }

  @Test
  void tenThousandStages() {
    StringBuilder text = new StringBuilder("FROM a AS s0\n");
    for (int i = 1; i < 10_000; i++) {
      text.append("FROM s").append(i - 1).append(" AS s").append(i).append("\nENV V").append(i);
      text.append("=$V").append(i - 1).append("\nCOPY --from=s").append(i / 2).append(" / /\n");
    }
    Dockerfile file = parse(text.toString());
    StageGraph graph = StageGraph.of(file);
    Stage last = graph.target(Optional.empty()).orElseThrow();

    assertThat(graph.needed(last)).hasSize(10_000);
    assertThat(graph.chain(last)).hasSize(10_000);
    assertThat(graph.effective(last, User.class)).isEmpty();
  }

  @Test
  void variablesThatDoubleOneAnother() {
    StringBuilder text = new StringBuilder("FROM a\nENV A=xxxxxxxxxxxxxxxx\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("ENV A=$A$A B").append(i).append("=$A\n");
    }
    Dockerfile file = parse(text.toString());
    Scope scope = StageGraph.of(file).scope(file.stages().get(0));

    assertThat(scope.knowledge("A")).isEqualTo(Scope.Knowledge.DECLARED);
    assertThat(scope.names()).hasSize(5_001);
  }

  @Test
  void deepNesting() {
    String open = "${a:-".repeat(10_000);
    Dockerfile file =
        parse("FROM a\nENV A=" + open + "}".repeat(10_000) + "\nCMD " + "[".repeat(60_000) + "\n");

    Word value = file.all(Env.class).findFirst().orElseThrow().pairs().get(0).value().orElseThrow();
    assertThat(value.fault()).contains("variables are nested too deeply");
    assertThat(file.all(Cmd.class).findFirst().orElseThrow().command().isShellForm()).isTrue();
    assertThat(parse("ONBUILD ".repeat(8_000) + "RUN x\n").problems()).isNotEmpty();
  }

  @Test
  void manyHeredocsAndContinuations() {
    String many = "<<A ".repeat(10_000);
    assertThat(messages(parse("FROM a\nRUN " + many + "\nA\nA\n")))
        .contains("unterminated heredoc");
    String lines = "\\\n# comment\n\n".repeat(20_000);
    assertThat(parse("FROM a\nRUN x " + lines + "y\n").warnings()).hasSize(1);
  }

  @Test
  void bytesThatAreNoText() {
    byte[] bytes = {'F', 'R', 'O', 'M', ' ', 0, (byte) 0xff, (byte) 0xfe, '\n', 'R', 'U', 'N', 0};
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", bytes));

    assertThat(file.instructions()).hasSize(2);
    byte[] marked = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'F', 'R', 'O', 'M', ' ', (byte) 0xff};
    assertThat(Dockerfile.parse(Source.of("Dockerfile", marked)).all(From.class)).hasSize(1);
  }

  private static List<String> messages(Dockerfile file) {
    return file.problems().stream().map(Problem::message).toList();
  }

  private static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }
}
