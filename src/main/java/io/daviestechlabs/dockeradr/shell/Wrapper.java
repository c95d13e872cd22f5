package io.daviestechlabs.dockeradr.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program that runs the program in its arguments.
 *
 * @param subcommand the operand that makes it one, as {@code run} of {@code poetry run}; or empty
 * @param valued flags whose value is the next word
 * @param operands how many operands stand before the program
 */
record Wrapper(String subcommand, Set<String> valued, int operands) {
  private static final Set<String> UV_RUN =
      Set.of(
          "--with",
          "--with-requirements",
          "--with-editable",
          "--extra",
          "--group",
          "--python",
          "-p",
          "--package",
          "--directory",
          "--project",
          "--env-file",
          "--index-url",
          "--cache-dir",
          "--index",
          "--no-group",
          "--only-group");

  /** The actions of {@code find} that run programs. */
  static final Set<String> FIND_ACTIONS = Set.of("-exec", "-execdir", "-ok", "-okdir");

  /** From the manual page of each. */
  private static final Map<String, Wrapper> ALL =
      Map.ofEntries(
          Map.entry(
              "sudo",
              of(
                  "-u",
                  "-g",
                  "-h",
                  "-p",
                  "-C",
                  "-D",
                  "-r",
                  "-R",
                  "-t",
                  "-T",
                  "-U",
                  "--user",
                  "--group",
                  "--host",
                  "--prompt",
                  "--chdir",
                  "--role",
                  "--type")),
          Map.entry("doas", of("-u", "-C")),
          Map.entry("env", of("-u", "--unset", "-C", "--chdir")),
          Map.entry("exec", of("-a")),
          Map.entry("command", of()),
          Map.entry("builtin", of()),
          Map.entry("nice", of("-n", "--adjustment")),
          Map.entry("ionice", of("-c", "-n", "-p", "-P", "-u", "--class", "--classdata", "--pid")),
          Map.entry("time", of("-f", "-o", "--format", "--output")),
          Map.entry("nohup", of()),
          Map.entry("setsid", of()),
          Map.entry("busybox", of()),
          Map.entry("fakeroot", of("-l", "-s", "-i", "-b")),
          Map.entry("tini", of("-p", "-e")),
          Map.entry("dumb-init", of("-r", "--rewrite")),
          Map.entry("xvfb-run", of("-n", "-s", "-e", "-f", "-p", "-w")),
          Map.entry(
              "xargs",
              of(
                  "-a",
                  "-d",
                  "-E",
                  "-I",
                  "-L",
                  "-n",
                  "-P",
                  "-s",
                  "--arg-file",
                  "--delimiter",
                  "--max-lines",
                  "--max-args",
                  "--max-procs",
                  "--max-chars")),
          Map.entry("timeout", behind(1, "-k", "-s", "--kill-after", "--signal")),
          Map.entry("stdbuf", of("-i", "-o", "-e", "--input", "--output", "--error")),
          Map.entry("chronic", of()),
          Map.entry("eatmydata", of()),
          Map.entry("faketime", behind(1)),
          Map.entry("gosu", behind(1)),
          Map.entry("su-exec", behind(1)),
          Map.entry("flock", behind(1, "-w", "--timeout", "-E", "--conflict-exit-code")),
          Map.entry("chroot", behind(1)),
          Map.entry("runuser", of("-u", "--user", "-g", "--group", "-G", "--supp-group")),
          Map.entry("setpriv", of("--reuid", "--regid", "--groups", "--inh-caps")),
          Map.entry("retry", of("-t", "-d", "-m", "--times", "--delay")),
          Map.entry("corepack", of()),
          Map.entry("npx", of("-p", "--package", "-c", "--call")),
          Map.entry("bundle", after("exec")),
          Map.entry("poetry", after("run", "-C", "--directory", "-P", "--project")),
          Map.entry("pipenv", after("run")),
          Map.entry("pdm", after("run", "-p", "--project")),
          Map.entry("rye", after("run")),
          Map.entry("uv", new Wrapper("run", UV_RUN, 0)),
          Map.entry("conda", after("run", "-n", "--name", "-p", "--prefix", "--cwd")),
          Map.entry("mamba", after("run", "-n", "--name", "-p", "--prefix", "--cwd")),
          Map.entry("micromamba", after("run", "-n", "--name", "-p", "--prefix", "--cwd")));

  /** The wrapper of a name, or null. */
  static Wrapper named(String name) {
    return ALL.get(name);
  }

  /** Index of the program among a wrapper's arguments; their number where there is none. */
  int programIn(List<ShellWord> args) {
    int operandsLeft = operands + (subcommand.isEmpty() ? 0 : 1);
    boolean flags = true;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i).value();
      if (flags && arg.equals("--")) {
        flags = false;
      } else if (flags && arg.length() > 1 && arg.startsWith("-")) {
        i += takesNext(arg) ? 1 : 0;
      } else if (!isAssignment(arg)) {
        if (operandsLeft == 0) {
          return i;
        }
        if (operandsLeft-- == operands + 1 && !arg.equals(subcommand)) {
          return args.size();
        }
      }
    }
    return args.size();
  }

  /** Whether a flag, or the last one of a bundle, has its value in the next word. */
  private boolean takesNext(String arg) {
    if (valued.contains(arg)) {
      return true;
    }
    if (arg.startsWith("--")) {
      return false;
    }
    for (int i = 1; i < arg.length(); i++) {
      if (valued.contains("-" + arg.charAt(i))) {
        return i == arg.length() - 1;
      }
    }
    return false;
  }

  /** Whether a name is that of a Python interpreter: {@code python}, {@code python3.11}. */
  static boolean isPython(String name) {
    int version = name.startsWith("python") ? 6 : name.startsWith("pypy") ? 4 : -1;
    return version > 0
        && name.chars().skip(version).allMatch(c -> c == '.' || ExpansionReader.isDigit((char) c));
  }

  /** The module that {@code -m} names, with what follows; none where there is no {@code -m}. */
  static List<ShellWord> pythonModule(List<ShellWord> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i).value();
      if (arg.length() < 2 || arg.charAt(0) != '-' || arg.equals("-c")) {
        return List.of();
      }
      if (arg.startsWith("-m")) {
        boolean next = arg.equals("-m");
        List<ShellWord> words = new ArrayList<>(args.subList(i + 1, args.size()));
        if (!next) {
          words.add(0, args.get(i).from(2));
        }
        return words;
      }
      i += arg.equals("-W") || arg.equals("-X") ? 1 : 0;
    }
    return List.of();
  }

  /** Whether a word is {@code NAME=value}. */
  static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    if (equals <= 0 || ExpansionReader.isDigit(word.charAt(0))) {
      return false;
    }
    for (int i = 0; i < equals; i++) {
      if (!ExpansionReader.isNameStart(word.charAt(i))
          && !ExpansionReader.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Wrapper of(String... valued) {
    return new Wrapper("", Set.of(valued), 0);
  }

  private static Wrapper behind(int operands, String... valued) {
    return new Wrapper("", Set.of(valued), operands);
  }

  private static Wrapper after(String subcommand, String... valued) {
    return new Wrapper(subcommand, Set.of(valued), 0);
  }
}
