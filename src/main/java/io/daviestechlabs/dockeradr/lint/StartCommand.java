package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Cmd;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ExecForm;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Entrypoint;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a container of the image that is built starts, as far as the file says.
 *
 * @param calls the programs of ENTRYPOINT and CMD
 * @param command those of CMD alone
 */
public record StartCommand(List<Call> calls, List<Call> command) {
  private static final Set<String> SHELLS =
      Set.of("ash", "bash", "cmd", "dash", "fish", "powershell", "pwsh", "sh", "zsh");

  /** Programs that wait for lines to be typed when they are given nothing to run. */
  private static final Set<String> PROMPTS =
      Set.of(
          "R",
          "ghci",
          "groovysh",
          "iex",
          "irb",
          "jshell",
          "julia",
          "node",
          "php",
          "pypy3",
          "python",
          "python2",
          "python3",
          "ruby",
          "scala");

  /** What starts others, or just waits. */
  private static final Set<String> NOTHING =
      Set.of("", "dumb-init", "env", "exec", "gosu", "sleep", "su-exec", "tail", "tini", "true");

  static StartCommand of(Facts facts) {
    Optional<CommandLine> entry = facts.effective(Entrypoint.class).map(Entrypoint::command);
    Optional<CommandLine> command = facts.effective(Cmd.class).map(Cmd::command);
    List<Call> own = command.map(StartCommand::calls).orElse(List.of());
    if (entry.isPresent() && entry.get() instanceof ExecForm exec) {
      List<Text> words = new ArrayList<>(exec.arguments());
      command
          .filter(ExecForm.class::isInstance)
          .ifPresent(more -> words.addAll(((ExecForm) more).arguments()));
      return new StartCommand(Call.ofExec(words).toList(), own);
    }
    return new StartCommand(entry.map(StartCommand::calls).orElse(own), own);
  }

  private static List<Call> calls(CommandLine command) {
    return command instanceof ExecForm exec
        ? Call.ofExec(exec.arguments()).toList()
        : Script.parse(((ShellForm) command).script(), Dialect.POSIX).calls().toList();
  }

  /** Whether it starts something else than a shell or a prompt for people to work in. */
  public boolean isApplication() {
    boolean waits = !command.isEmpty() && command.stream().noneMatch(StartCommand::runs);
    return calls.stream().anyMatch(StartCommand::runs) && !waits;
  }

  private static boolean runs(Call call) {
    boolean prompts = PROMPTS.contains(call.name()) && call.args().isEmpty();
    return !prompts && !SHELLS.contains(call.name()) && !NOTHING.contains(call.name());
  }

  /** Whether it starts something that builds, going by its name. */
  public boolean builds() {
    return calls.stream().map(Call::name).anyMatch(name -> name.contains("build"));
  }

  /** Whether it starts one of some programs. */
  public boolean starts(Set<String> names) {
    return calls.stream().map(Call::name).anyMatch(names::contains);
  }
}
