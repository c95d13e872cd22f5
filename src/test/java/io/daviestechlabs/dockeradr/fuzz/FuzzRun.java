package io.daviestechlabs.dockeradr.fuzz;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Damages recorded Dockerfiles, and holds every {@link Invariants invariant} against the results.
 *
 * <p>Arguments: the folder of {@code dockerfiles.jsonl.gz}, how many files to make, and from which
 * number on; a number always gives the same file. What fails, or is slow, is kept in {@code
 * target/fuzz}; what does not end ends the run.
 */
public final class FuzzRun {
  private static final Path KEPT = Path.of("target", "fuzz");
  private static final int WARM = 20_000;
  private static final int LARGE = 1 << 16;
  private static final double SLOW = 50;
  private static final int AGAIN = 5;

  /** Nothing takes so many seconds that ends. */
  private static final int ENDLESS = 60;

  /** Files that fail alike say nothing new. */
  private static final int KEPT_OF_A_KIND = 3;

  private final Mutations mutations;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Integer> failures = new TreeMap<>();

  /** When each file was begun that has not been done yet, in nanoseconds. */
  private final Map<Integer, Long> begun = new ConcurrentHashMap<>();

  private double slowest;
  private int slowestNumber;
  private int slow;
  private int done;
  private double total;

  private FuzzRun(Mutations mutations) {
    this.mutations = mutations;
  }

  /** Runs on all processors; ends with 1 if anything failed. */
  public static void main(String[] args) throws IOException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int from = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    List<String> texts = Dockerfiles.recorded(Path.of(args[0]));
    Files.createDirectories(KEPT);
    FuzzRun run = new FuzzRun(new Mutations(texts));
    Thread watch = new Thread(run::watch, "watch");
    watch.setDaemon(true);
    watch.start();
    IntStream.range(from, from + count).parallel().forEach(run::one);
    System.out.print(run.report());
    System.exit(run.failures.isEmpty() ? 0 : 1);
  }

  /** Ends the run where a file does not come to its end. */
  private void watch() {
    try {
      while (true) {
        Thread.sleep(1000);
        long oldest = System.nanoTime() - ENDLESS * 1_000_000_000L;
        begun.forEach(
            (number, start) -> {
              if (start < oldest) {
                keep(number, mutations.next(new Random(number)));
                System.out.println(number + ": does not end");
                System.exit(1);
              }
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void one(int number) {
    begun.put(number, System.nanoTime());
    try {
      look(number);
    } finally {
      begun.remove(number);
    }
  }

  private void look(int number) {
    byte[] bytes = mutations.next(new Random(number));
    String failure = null;
    double millis = 0;
    try {
      Source source = Source.of("Dockerfile", bytes);
      long start = threads.getCurrentThreadCpuTime();
      Invariants.Linted linted = Invariants.lint(source);
      millis = (threads.getCurrentThreadCpuTime() - start) / 1e6;
      linted.check();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      failure = kind(e);
    }
    if (failure == null && millis > SLOW && bytes.length < LARGE) {
      // Again: the compiler, the collector or another process may have been at work.
      for (int i = 0; i < AGAIN && millis > SLOW; i++) {
        millis = Math.min(millis, again(bytes));
      }
    }
    note(number, bytes, failure, millis);
  }

  private double again(byte[] bytes) {
    long start = threads.getCurrentThreadCpuTime();
    Invariants.lint(Source.of("Dockerfile", bytes));
    return (threads.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private synchronized void note(int number, byte[] bytes, String failure, double millis) {
    done++;
    total += millis;
    if (failure != null && failures.merge(failure, 1, Integer::sum) <= KEPT_OF_A_KIND) {
      keep(number, bytes);
      System.out.println(number + ": " + failure);
    }
    if (bytes.length < LARGE && done > WARM) {
      if (millis > slowest) {
        slowest = millis;
        slowestNumber = number;
      }
      if (millis > SLOW) {
        slow++;
        keep(number, bytes);
        System.out.printf("%d: %.0f ms%n", number, millis);
      }
    }
    if (done % 100_000 == 0) {
      System.out.print(report());
    }
  }

  private static void keep(int number, byte[] bytes) {
    try {
      Files.write(KEPT.resolve(number + ".Dockerfile"), bytes);
    } catch (IOException e) {
      System.out.println(number + " cannot be kept: " + e);
    }
  }

  /** What was thrown, and where in this project. */
  private static String kind(Throwable e) {
    String where =
        List.of(e.getStackTrace()).stream()
            .filter(frame -> frame.getClassName().contains("dockeradr"))
            .limit(e instanceof AssertionError ? 5 : 3)
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .toList()
            .toString();
    boolean says = e instanceof AssertionError || e.getMessage() == null;
    String message = says ? String.valueOf(e.getMessage()).replaceAll("[:\\[].*", "") : "";
    return e.getClass().getSimpleName() + " " + message.strip() + " at " + where;
  }

  private String report() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            "%d files, %d rules, %.3f ms a file; slowest below 64 KB: %.1f ms (%d); above 50 ms: %d%n",
            done, Invariants.rules(), total / done, slowest, slowestNumber, slow));
    failures.forEach((kind, times) -> out.append(times).append(" x ").append(kind).append('\n'));
    return out.toString();
  }
}
