package io.daviestechlabs.dockeradr.conformance;

import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Problem;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What the shell of this machine says by {@code -n} of the RUN lines of the recorded Dockerfiles,
 * as they are and with damage: which it refuses, and which it takes.
 *
 * @param shell the program
 * @param dialect as which we read
 */
record ShellSuite(String shell, Dialect dialect) implements Suite {
  private static final int DAMAGED = 2000;

  private static final List<String> TOKENS =
      List.of(
          "if ",
          "then ",
          "else ",
          "fi ",
          "for x in ",
          "do ",
          "done ",
          "while ",
          "case x in ",
          "esac ",
          "{ ",
          "} ",
          "(",
          ")",
          "$(",
          "${",
          "}",
          "`",
          "\"",
          "'",
          "\\",
          "\n",
          " ",
          ";",
          ";;",
          "&",
          "&&",
          "|",
          "||",
          " ! ",
          "<",
          ">",
          "2>&1",
          "a",
          "x=",
          "#",
          " # ",
          "$x",
          "$((",
          "))",
          "*",
          "[",
          "]",
          "in ",
          "f() ",
          "a) ");

  @Override
  public String name() {
    return "shell-" + shell;
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    Set<String> scripts = new LinkedHashSet<>();
    for (String text : recordings.dockerfiles().values()) {
      Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
      file.all(Run.class)
          .filter(run -> run.command() instanceof ShellForm)
          .map(run -> ((ShellForm) run.command()).script().toString())
          .forEach(scripts::add);
    }
    for (String script : scripts) {
      compare(script, tally);
    }
    for (String script : damaged(new ArrayList<>(scripts))) {
      compare(script, tally);
    }
  }

  private void compare(String text, Tally tally) throws IOException {
    Script script = Script.parse(Text.of(Source.of("script", text)), dialect);
    List<Problem.Kind> kinds = script.problems().stream().map(Problem::kind).toList();
    if (kinds.contains(Problem.Kind.DIALECT)) {
      tally.notApplicable(text, "it uses features of another shell");
      return;
    }
    String ours = kinds.contains(Problem.Kind.SYNTAX) ? "refused" : "taken";
    tally.compare(text, isRefused(text) ? "refused" : "taken", ours);
  }

  /** Asks the shell; it says of a bad {@code [[ ]]} what is wrong, and yet ends well. */
  private boolean isRefused(String text) throws IOException {
    Process process = new ProcessBuilder(shell, "-n").redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has read enough to refuse the rest.
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() != 0 || said.contains("unexpected token");
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static List<String> damaged(List<String> scripts) {
    Random random = new Random(1);
    List<String> damaged = new ArrayList<>();
    while (damaged.size() < DAMAGED) {
      StringBuilder text = new StringBuilder(scripts.get(random.nextInt(scripts.size())));
      if (text.length() < 600) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(4));
        text.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
        damaged.add(text.toString());
      }
    }
    return damaged;
  }
}
