package io.daviestechlabs.dockeradr.benchmark;

import io.daviestechlabs.dockeradr.ignore.ContextWalk;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Lists a context of 20 files in each of many directories, with the patterns of an ordinary file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class ContextBenchmark {
  private static final List<String> ENDINGS = List.of("java", "py", "md", "pyc", "txt");

  /** How many directories; {@code -p directories=50000} of JMH makes it a million files. */
  @Param("2500")
  public int directories;

  private final IgnoreFile ignore =
      IgnoreFile.parse(
          Source.of(
              ".dockerignore",
              "**/.git\n**/*.md\n!README.md\n**/__pycache__\n**/*.pyc\n**/node_modules\n*.log\n"));

  private Path context;

  /** Writes the tree once, below the directory for temporary files; it is left there. */
  @Setup
  public void write() throws IOException {
    context = Path.of(System.getProperty("java.io.tmpdir"), "context-benchmark-" + directories);
    for (int i = 0; i < directories; i++) {
      Path directory = context.resolve("a" + i % 50).resolve("b" + i / 50 % 50).resolve("c" + i);
      if (Files.exists(directory)) {
        continue;
      }
      Files.createDirectories(directory);
      for (int j = 0; j < 20; j++) {
        Files.writeString(directory.resolve("f" + j + "." + ENDINGS.get(j % 5)), "x");
      }
    }
  }

  /** How many files are sent. */
  @Benchmark
  public long walk() {
    return ContextWalk.walk(context, ignore, (path, size) -> {}).files();
  }
}
