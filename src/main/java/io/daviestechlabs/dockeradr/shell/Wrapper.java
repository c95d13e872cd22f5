package io.daviestechlabs.dockeradr.shell;

import java.util.Map;
import java.util.Set;

/**
 * A program that runs the program in its arguments.
 *
 * @param valued flags whose value is the next word
 * @param operands how many operands stand before the program
 */
record Wrapper(Set<String> valued, int operands) {
  /** From the manual page of each. */
  private static final Map<String, Wrapper> ALL =
      Map.ofEntries(
          Map.entry(
              "sudo",
              of("-u", "-g", "-h", "-p", "-C", "-D", "-r", "-t", "-U", "--user", "--group")),
          Map.entry("doas", of("-u", "-C")),
          Map.entry("env", of("-u", "--unset", "-C", "--chdir")),
          Map.entry("exec", of("-a")),
          Map.entry("command", of()),
          Map.entry("builtin", of()),
          Map.entry("nice", of("-n", "--adjustment")),
          Map.entry("ionice", of("-c", "-n", "-p", "--class", "--classdata")),
          Map.entry("time", of("-f", "-o", "--format", "--output")),
          Map.entry("nohup", of()),
          Map.entry("setsid", of()),
          Map.entry(
              "xargs",
              of("-a", "-d", "-E", "-I", "-L", "-n", "-P", "-s", "--max-args", "--max-procs")),
          Map.entry("timeout", new Wrapper(Set.of("-k", "-s", "--kill-after", "--signal"), 1)),
          Map.entry("stdbuf", of("-i", "-o", "-e")),
          Map.entry("chronic", of()),
          Map.entry("eatmydata", of()),
          Map.entry("faketime", new Wrapper(Set.of(), 1)),
          Map.entry("gosu", new Wrapper(Set.of(), 1)),
          Map.entry("su-exec", new Wrapper(Set.of(), 1)),
          Map.entry("chroot", new Wrapper(Set.of("--userspec", "--groups"), 1)),
          Map.entry("retry", of("-t", "-d", "-m", "--times", "--delay")));

  /** The wrapper of a name, or null. */
  static Wrapper named(String name) {
    return ALL.get(name);
  }

  private static Wrapper of(String... valued) {
    return new Wrapper(Set.of(valued), 0);
  }
}
