package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  /** Replays what a real buildx wrote; the expected lines are beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"first", "cached", "failed", "warnings", "cache-lost", "spread"})
  void replays(String name) {
    Progress progress = new Progress(Masked.NOTHING);
    StringBuilder written = new StringBuilder();
    for (String line : Golden.lines("progress-" + name + ".txt")) {
      Progress.Update update = progress.accept(line);
      update
          .output()
          .forEach(
              out ->
                  written
                      .append("out ")
                      .append(out.step())
                      .append(": ")
                      .append(out.line())
                      .append('\n'));
      update
          .finished()
          .forEach(
              step ->
                  ProgressView.line(step, 100)
                      .ifPresent(text -> written.append("end ").append(text).append('\n')));
    }
    progress.warnings().forEach(warning -> written.append("warning ").append(warning).append('\n'));
    progress.text().forEach(text -> written.append("text ").append(text).append('\n'));
    Golden.same("progress-" + name + ".expected.txt", written.toString());
  }

  @Test
  void theLiveViewHalfWay() {
    List<String> lines = Golden.lines("progress-first.txt");
    StringBuilder written = new StringBuilder();
    Progress progress = new Progress(Masked.NOTHING);
    for (int i = 0; i < lines.size(); i++) {
      progress.accept(lines.get(i));
      if (i % 12 == 11) {
        Instant now = latest(progress).plusMillis(1500);
        written.append("-- after ").append(i + 1).append('\n');
        ProgressView.lines(progress.steps(), 60, now)
            .forEach(line -> written.append(line).append('\n'));
      }
    }
    Golden.same("progress-live.expected.txt", written.toString());
    assertThat(written.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void whatIsNoProgressIsKeptAsTextWithinLimits() {
    Progress progress = new Progress(Masked.NOTHING);
    progress.accept("{broken");
    progress.accept("{\"other\":1}");
    progress.accept("[]");
    progress.accept("\u001B[31mred\u001B[0m\u0000");
    assertThat(progress.text()).containsExactly("{broken", "{\"other\":1}", "[]", "red");
    for (int i = 0; i < 10_000; i++) {
      progress.accept("line " + i);
    }
    progress.accept("x".repeat(1_000_000));
    assertThat(progress.text()).hasSize(500);
    assertThat(progress.text().get(499)).hasSize(4001);
  }

  @Test
  void deepAndWrongJsonIsText() {
    Progress progress = new Progress(Masked.NOTHING);
    progress.accept("{\"vertexes\":" + "[".repeat(100_000));
    progress.accept(
        "{\"vertexes\":[1,null,{\"digest\":{}}],\"statuses\":7,\"logs\":[{\"data\":\"!\"}],\"warnings\":[{}]}");
    assertThat(progress.text()).hasSize(1);
  }

  @Test
  void anObjectThatIsSpreadAndNeverEndsIsText() {
    Progress progress = new Progress(Masked.NOTHING);
    progress.accept("{");
    for (int i = 0; i < 5; i++) {
      progress.accept("x".repeat(1_000_000));
    }
    progress.accept("after");
    assertThat(progress.text()).hasSize(2).last().isEqualTo("after");
  }

  @Test
  void outputOfAStepIsBounded() {
    Progress progress = new Progress(Masked.NOTHING);
    progress.accept(
        "{\"vertexes\":[{\"digest\":\"d\",\"name\":\"[1/1] RUN x\",\"started\":\"2026-01-01T00:00:00Z\"}]}");
    String data =
        java.util.Base64.getEncoder()
            .encodeToString(
                ("y".repeat(10_000) + "\rb\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (int i = 0; i < 1000; i++) {
      progress.accept("{\"logs\":[{\"vertex\":\"d\",\"data\":\"" + data + "\"}]}");
    }
    assertThat(progress.steps().get(0).output()).hasSize(40).last().isEqualTo("b");
    assertThat(progress.steps().get(0).output().get(0)).hasSize(4000);
  }

  @Test
  void aSecretThatIsPrintedIsHidden() {
    Progress progress = new Progress(new Masked(List.of("hello")));
    Golden.lines("progress-first.txt").forEach(progress::accept);
    assertThat(progress.steps()).noneMatch(step -> step.toString().contains("hello"));
  }

  @Test
  void manyStepsAreBounded() {
    Progress progress = new Progress(Masked.NOTHING);
    for (int i = 0; i < 30_000; i++) {
      progress.accept("{\"vertexes\":[{\"digest\":\"" + i + "\",\"name\":\"n\"}]}");
    }
    assertThat(progress.steps()).hasSize(20_000);
  }

  @Property(tries = 200)
  void anyLineIsTaken(@ForAll String line) {
    Progress progress = new Progress(Masked.NOTHING);
    progress.accept(line);
    progress.accept("{" + line);
    assertThat(progress.text()).hasSize(2);
  }

  @Test
  void aCommandThatWasKilledWroteNothing() {
    assertThat(BuildFailure.of(List.of(), List.of(""), 137).what())
        .isEqualTo(
            "docker buildx ended with exit code 137: it was killed, most likely for want of memory");
    assertThat(BuildFailure.of(List.of(), List.of(), 143).what())
        .isEqualTo("The build was cancelled");
    assertThat(BuildFailure.of(List.of(), List.of("ERROR: no builder \"x\" found"), 137).what())
        .contains("'x'");
  }

  /** Each case is a heading and what buildx said; kind, fault and remedy must come out. */
  @Test
  void failures() {
    StringBuilder written = new StringBuilder();
    String title = "";
    List<String> text = new ArrayList<>();
    List<String> lines = new ArrayList<>(Golden.lines("failures.txt"));
    lines.add("== ");
    for (String line : lines) {
      if (line.startsWith("== ")) {
        if (!title.isEmpty()) {
          BuildFailure failure = BuildFailure.of(List.of(), text);
          written.append("== ").append(title).append('\n').append(failure.kind());
          written.append(failure.passing() ? ", may pass\n" : "\n");
          written.append(failure.what()).append('\n').append(failure.remedy()).append('\n');
        }
        title = line.substring(3);
        text.clear();
      } else {
        text.add(line);
      }
    }
    Golden.same("failures.expected.txt", written.toString());
  }

  @Test
  void aBuilderThatIsNotThereIsNoBuildThatFailed() {
    BuildFailure silent = beginning("waiting for connection", "context deadline exceeded");
    assertThat(silent.what()).isEqualTo("The builder does not answer");
    assertThat(silent.passing()).as("buildx has waited for it").isFalse();
    BuildFailure unpulled =
        beginning(
            "booting buildkit",
            "Error response from daemon: failed to resolve reference"
                + " \"docker.io/moby/buildkit:buildx-stable-1\": failed to do request: Head"
                + " \"https://registry-1.docker.io/v2/moby/buildkit/manifests/buildx-stable-1\":"
                + " dial tcp: lookup registry-1.docker.io: no such host");
    assertThat(unpulled.what())
        .isEqualTo(
            "The builder cannot be started: its image docker.io/moby/buildkit:buildx-stable-1"
                + " cannot be pulled: the name of its host is not known here");
    assertThat(beginning("booting buildkit", "Container 6ada is restarting").what())
        .isEqualTo("The builder cannot be started: Container 6ada is restarting");
  }

  private static BuildFailure beginning(String step, String error) {
    Progress progress = new Progress(Masked.NOTHING);
    progress.accept(
        "{\"vertexes\":[{\"digest\":\"sha256:1\",\"name\":\"[internal] "
            + step
            + "\",\"started\":\"2026-01-01T00:00:00Z\",\"completed\":\"2026-01-01T00:00:20Z\","
            + "\"error\":\""
            + error.replace("\"", "\\\"")
            + "\"}]}");
    progress.accept("ERROR: failed to build: " + error);
    return BuildFailure.of(progress.steps(), progress.text());
  }

  @Test
  void aCacheThatNobodyWaitsForAnyMoreIsNotMissed() {
    Progress progress = new Progress(Masked.NOTHING);
    for (String why : List.of("context canceled", "connection refused")) {
      progress.accept(
          "{\"vertexes\":[{\"digest\":\"sha256:1\",\"name\":\"importing cache manifest from r/x\","
              + "\"started\":\"2026-01-01T00:00:00Z\",\"completed\":\"2026-01-01T00:00:01Z\","
              + "\"error\":\""
              + why
              + "\"}]}");
      assertThat(ProgressView.line(progress.steps().get(0), 80).isPresent())
          .isEqualTo(why.equals("connection refused"));
    }
  }

  @Test
  void aFailedCommandHasItsOutputAndPlace() {
    Progress progress = new Progress(Masked.NOTHING);
    Golden.lines("progress-failed.txt").forEach(progress::accept);
    BuildFailure failure = BuildFailure.of(progress.steps(), progress.text());
    assertThat(failure.kind()).isEqualTo(BuildFailure.Kind.COMMAND);
    assertThat(failure.output()).containsExactly("before", "oops");
    assertThat(failure.place()).contains(new BuildFailure.Place("Fail", 4, "RUN echo before; …"));
    assertThat(failure.step().flatMap(Step::error)).isNotEmpty();
  }

  @Test
  void amountsAreShort() {
    assertThat(
            List.of(
                    0L,
                    999L,
                    1000L,
                    1499L,
                    99_949L,
                    99_951L,
                    999_499L,
                    999_500L,
                    3_000_000_000L,
                    Long.MAX_VALUE)
                .stream()
                .map(Amount::bytes))
        .containsExactly(
            "0 B",
            "999 B",
            "1.0 kB",
            "1.5 kB",
            "99.9 kB",
            "100 kB",
            "999 kB",
            "1.0 MB",
            "3.0 GB",
            "9223372 TB");
    assertThat(
            List.of(0, 49, 50, 59_949, 59_950, 3_599_000).stream()
                .map(ms -> Amount.time(java.time.Duration.ofMillis(ms))))
        .containsExactly("0.0s", "0.0s", "0.1s", "59.9s", "1m 00s", "59m 59s");
  }

  private static Instant latest(Progress progress) {
    return progress.steps().stream()
        .flatMap(step -> step.completed().or(step::started).stream())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
