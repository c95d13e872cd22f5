package io.daviestechlabs.dockeradr.buildx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a command; the only seam between this plugin and other programs. */
@FunctionalInterface
public interface Exec {
  /**
   * Runs a command to its end.
   *
   * @param command what to run
   * @param listener hears each line that the command writes to its error stream, on the calling
   *     thread
   * @throws IOException if the program is not there or cannot be started
   * @throws InterruptedException if the calling thread is interrupted; the program is gone by then
   */
  Outcome run(Command command, Listener listener) throws IOException, InterruptedException;

  /** Hears what a program says while it runs. */
  @FunctionalInterface
  interface Listener {
    /** Hears nothing. */
    Listener DEAF = line -> {};

    /** A line of the error stream, without its end. */
    void line(String line);

    /** Called some times a second while nothing is said. */
    default void idle() {}
  }

  /**
   * A program and what it is given.
   *
   * @param arguments the program first; no shell reads them
   * @param environment set in addition to that of this process
   * @param directory where it runs, that of this process where empty
   * @param input what it reads
   */
  record Command(
      List<String> arguments,
      Map<String, String> environment,
      Optional<Path> directory,
      String input) {
    public Command {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }

    /** A program that reads nothing and runs where this process does. */
    public static Command of(List<String> arguments, Map<String, String> environment) {
      return new Command(arguments, environment, Optional.empty(), "");
    }
  }

  /**
   * How a program ended.
   *
   * @param exitCode 0 if it says that all went well
   * @param output what it wrote to its output stream, cut where it was too long
   */
  record Outcome(int exitCode, String output) {}
}
