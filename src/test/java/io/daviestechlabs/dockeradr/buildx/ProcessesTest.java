package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProcessesTest {
  @TempDir Path directory;

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Test
  void outputLinesAndExitCode() throws Exception {
    Exec.Outcome outcome = run("echo out; echo one >&2; printf 'two\\r\\nthree' >&2; exit 7");
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.output()).isEqualTo("out\n");
    assertThat(lines).containsExactly("one", "two", "three");
  }

  @Test
  void inputEnvironmentAndDirectory() throws Exception {
    Exec.Outcome outcome =
        new Processes()
            .run(
                new Exec.Command(
                    List.of("sh", "-c", "cat; echo $X; pwd"),
                    Map.of("X", "a b"),
                    Optional.of(directory),
                    "in\n"),
                lines::add);
    assertThat(outcome.output())
        .startsWith("in\na b\n")
        .contains(directory.getFileName().toString());
  }

  @Test
  void bothStreamsAreReadToTheirEnds() throws Exception {
    Exec.Outcome outcome =
        run("i=0; while [ $i -lt 20000 ]; do echo $i; echo $i >&2; i=$((i+1)); done");
    assertThat(outcome.output()).endsWith("\n19999\n");
    assertThat(lines).hasSize(20000).last().isEqualTo("19999");
  }

  @Test
  void aLineWithoutEndIsCut() throws Exception {
    run("head -c 9000000 /dev/zero | tr '\\0' x >&2");
    assertThat(lines).singleElement().asString().hasSize(4 << 20);
  }

  @Test
  void aProgramThatIsNotThere() {
    assertThatThrownBy(
            () ->
                new Processes()
                    .run(Exec.Command.of(List.of("no-such-program"), Map.of()), lines::add))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anInterruptAsksTheProcessToGo() throws Exception {
    Path trace = directory.resolve("trace");
    interrupt(
        "trap 'echo asked > "
            + trace
            + "; exit 1' TERM; echo ready >&2; while :; do sleep 0.05; done",
        Duration.ofSeconds(20));
    assertThat(trace).hasContent("asked");
  }

  @Test
  void aProcessThatDoesNotGoIsKilledWithItsChildren() throws Exception {
    interrupt(
        "trap '' TERM; sleep 1000 & echo $! >&2; while :; do sleep 0.05; done",
        Duration.ofMillis(200));
    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(lines.get(0)));
    if (child.isPresent()) {
      child.get().onExit().get(20, TimeUnit.SECONDS);
    }
    assertThat(child.filter(ProcessHandle::isAlive)).isEmpty();
  }

  /** Runs a script, interrupts at its first line, and waits until it is gone. */
  private void interrupt(String script, Duration patience) throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                new Processes(patience)
                    .run(
                        Exec.Command.of(List.of("sh", "-c", script), Map.of()),
                        line -> {
                          lines.add(line);
                          ready.countDown();
                        });
              } catch (IOException | InterruptedException e) {
                thrown.set(e);
              }
            });
    runner.start();
    assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
    runner.interrupt();
    runner.join(30_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aChildThatKeepsTheStreamsOpenIsNotWaitedForForEver() throws Exception {
    Exec.Outcome outcome =
        new Processes(Duration.ofMillis(300))
            .run(
                Exec.Command.of(List.of("sh", "-c", "sleep 60 & echo $! >&2; echo out"), Map.of()),
                lines::add);
    assertThat(outcome.output()).isEqualTo("out\n");
    ProcessHandle.of(Long.parseLong(lines.get(0))).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aScratchDirectoryIsPrivateAndGoesAway() throws Exception {
    Path made;
    try (Scratch scratch = Scratch.create()) {
      made = scratch.directory();
      Files.writeString(Files.createDirectories(made.resolve("a/b")).resolve("c"), "x");
      assertThat(Files.getPosixFilePermissions(made)).hasSize(3);
    }
    assertThat(made).doesNotExist();
  }

  private Exec.Outcome run(String script) throws Exception {
    return new Processes().run(Exec.Command.of(List.of("sh", "-c", script), Map.of()), lines::add);
  }
}
