package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a shell's line as a JSON array, where the shell has nothing to do but to start it. */
public final class ExecFormFix {
  private static final String PLAIN = "_./:@%+,=- \t";

  /** What a shell does itself, or may. */
  private static final Set<String> BUILTINS =
      Set.of(
          ".",
          ":",
          "alias",
          "bg",
          "break",
          "case",
          "cd",
          "command",
          "continue",
          "echo",
          "eval",
          "exec",
          "exit",
          "export",
          "false",
          "fg",
          "for",
          "getopts",
          "hash",
          "if",
          "jobs",
          "kill",
          "let",
          "local",
          "printf",
          "pwd",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "shopt",
          "source",
          "test",
          "time",
          "times",
          "trap",
          "true",
          "type",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "until",
          "wait",
          "while");

  private ExecFormFix() {}

  /** The repair; empty where a word is more than its letters, or the line goes on below. */
  public static Optional<Fix> of(ShellForm line) {
    Text body = line.body();
    boolean isPlain =
        body.length() > 0
            && line.heredocs().isEmpty()
            && body.span().length() == body.length()
            && body.chars().allMatch(ExecFormFix::isPlain);
    if (!isPlain) {
      return Optional.empty();
    }
    List<String> words = List.of(body.toString().strip().split("[ \t]+"));
    String program = words.get(0);
    if (BUILTINS.contains(program) || program.indexOf('=') >= 0) {
      return Optional.empty();
    }
    String array = words.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    return Optional.of(
        Fix.unsafe("start the program without a shell", Edit.replace(body.span(), array)));
  }

  private static boolean isPlain(int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || PLAIN.indexOf(c) >= 0;
  }
}
