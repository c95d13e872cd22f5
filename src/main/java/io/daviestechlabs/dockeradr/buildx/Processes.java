package io.daviestechlabs.dockeradr.buildx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs real processes.
 *
 * <p>Both streams are read to their ends before the exit code is looked at. Whoever is interrupted
 * while waiting takes the process along: it is asked to go, and after a while it is made to.
 */
public final class Processes implements Exec {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int QUEUED_LINES = 4096;

  private final Duration patience;

  /** Processes that get ten seconds to leave. */
  public Processes() {
    this(PATIENCE);
  }

  Processes(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Outcome run(Command command, Listener listener) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.arguments());
    builder.environment().putAll(command.environment());
    if (command.directory().isPresent()) {
      builder.directory(command.directory().get().toFile());
    }
    Process process = builder.start();
    Thread end = new Thread(() -> terminate(process), "docker-adr-end");
    boolean hooked = hook(end);
    Streams streams = new Streams(process);
    try {
      streams.start(command.input());
      streams.drainTo(listener, patience);
      return new Outcome(process.waitFor(), streams.output.text());
    } catch (InterruptedException e) {
      terminate(process);
      throw e;
    } finally {
      terminate(process);
      streams.abandon();
      if (hooked) {
        unhook(end);
      }
    }
  }

  /** A process that is killed leaves its children behind, so they are remembered before. */
  private void terminate(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      process.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hook(Thread end) {
    try {
      Runtime.getRuntime().addShutdownHook(end);
      return true;
    } catch (IllegalStateException e) {
      end.start();
      return false;
    }
  }

  private static void unhook(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The machine is shutting down: the hook is running, and does what it is for.
    }
  }

  /** The three streams of a process, each with a thread of its own where it may have to wait. */
  private static final class Streams {
    private static final int MAX_OUTPUT = 16 << 20;
    private static final int MAX_LINE = 4 << 20;
    private static final int POLL_MILLIS = 100;

    private final Process process;
    private final AtomicInteger open = new AtomicInteger();

    /** Lines, and an empty one of these for each stream that has ended: it wakes who waits. */
    private final BlockingQueue<Optional<String>> queue = new ArrayBlockingQueue<>(QUEUED_LINES);

    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final Bytes output = new Bytes(MAX_OUTPUT);

    Streams(Process process) {
      this.process = process;
    }

    void start(String input) {
      open.set(2);
      if (input.isEmpty()) {
        write(process.getOutputStream(), input);
      } else {
        thread("in", () -> write(process.getOutputStream(), input));
      }
      thread("out", () -> read(process.getInputStream()));
      thread("err", () -> readLines(process.getErrorStream()));
    }

    /**
     * Hands on lines until both streams are closed. A child that outlives its parent may keep them
     * open for ever, so there is an end to waiting once the process is gone.
     */
    void drainTo(Listener listener, Duration patience) throws InterruptedException {
      long overdue = Long.MAX_VALUE;
      boolean reading = true;
      while (reading && System.nanoTime() < overdue) {
        reading = open.get() > 0;
        Optional<String> next =
            reading ? queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS) : queue.poll();
        boolean quiet = next == null;
        if (quiet) {
          listener.idle();
        }
        while (next != null) {
          if (next.isPresent()) {
            listener.line(next.get());
          }
          next = queue.poll();
        }
        if ((!quiet || overdue == Long.MAX_VALUE) && !process.isAlive()) {
          overdue = System.nanoTime() + patience.toNanos();
        }
      }
    }

    void abandon() {
      abandoned.set(true);
      queue.clear();
    }

    private static void thread(String name, Runnable task) {
      Thread thread = new Thread(task, "docker-adr-" + name);
      thread.setDaemon(true);
      thread.start();
    }

    private void ended() {
      open.decrementAndGet();
      queue.offer(Optional.empty());
    }

    private void write(OutputStream to, String input) {
      try (to) {
        to.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // Programs may leave their input unread.
      }
    }

    private void read(InputStream from) {
      try (from) {
        byte[] buffer = new byte[8192];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          output.add(buffer, 0, n);
        }
      } catch (IOException e) {
        // A stream that breaks has ended.
      }
      ended();
    }

    private void readLines(InputStream from) {
      Bytes line = new Bytes(MAX_LINE);
      try (from) {
        byte[] buffer = new byte[8192];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          int start = 0;
          for (int i = 0; i < n; i++) {
            if (buffer[i] == '\n') {
              line.add(buffer, start, i - start);
              offer(line.take());
              start = i + 1;
            }
          }
          line.add(buffer, start, n - start);
        }
      } catch (IOException e) {
        // A stream that breaks has ended.
      }
      String rest = line.take();
      if (!rest.isEmpty()) {
        offer(rest);
      }
      ended();
    }

    private void offer(String line) {
      String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      try {
        boolean taken = false;
        while (!taken && !abandoned.get()) {
          taken = queue.offer(Optional.of(text), POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Bytes up to a limit; what comes after it is dropped. */
  private static final class Bytes {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;

    Bytes(int limit) {
      this.limit = limit;
    }

    synchronized void add(byte[] buffer, int start, int length) {
      kept.write(buffer, start, Math.min(length, limit - kept.size()));
    }

    synchronized String take() {
      String text = text();
      kept.reset();
      return text;
    }

    synchronized String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
