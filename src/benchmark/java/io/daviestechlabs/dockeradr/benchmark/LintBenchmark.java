package io.daviestechlabs.dockeradr.benchmark;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.fuzz.Dockerfiles;
import io.daviestechlabs.dockeradr.fuzz.Invariants;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a Dockerfile costs, one after the other: milliseconds a file and, as {@code megabytes},
 * milliseconds a megabyte.
 *
 * <p>The files are those of the folder that the property {@code benchmark} names, as {@code
 * FuzzRun} reads it, or the project's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class LintBenchmark {
  private List<String> texts;
  private int next;

  /** How much was read. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Amount {
    /** Millions of characters. */
    public double megabytes;
  }

  /** Reads the files. */
  @Setup
  public void read() throws IOException {
    String folder = System.getProperty("benchmark", "");
    texts = folder.isEmpty() ? Dockerfiles.own() : Dockerfiles.recorded(Path.of(folder));
  }

  private Source next(Amount amount) {
    String text = texts.get(next);
    next = (next + 1) % texts.size();
    amount.megabytes += text.length() / 1e6;
    return Source.of("Dockerfile", text);
  }

  /** Reads the Dockerfile, but not what is in its RUNs. */
  @Benchmark
  public Object parse(Amount amount) {
    return Dockerfile.parse(next(amount));
  }

  /** Reads all, and runs what BuildKit's linter checks. */
  @Benchmark
  public Object checks(Amount amount) {
    return Invariants.check(next(amount));
  }

  /** Reads all, and runs all rules, those that are off by default too. */
  @Benchmark
  public Object lint(Amount amount) {
    return Invariants.lint(next(amount));
  }
}
