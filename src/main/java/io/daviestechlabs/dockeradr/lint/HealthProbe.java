package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CommandLine;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ExecForm;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.dockerfile.Shell;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Chain;
import io.daviestechlabs.dockeradr.shell.Command;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.shell.SimpleCommand;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * The command that tells whether a container of the built image is well.
 *
 * @param healthcheck the instruction
 * @param stage the one that is built
 * @param script what a shell reads; empty in exec form
 * @param calls every program that it calls
 */
public record HealthProbe(
    Healthcheck healthcheck, Stage stage, Optional<Script> script, List<Call> calls) {
  /** The one of the stage that is built; empty without, and for {@code NONE}. */
  static Optional<HealthProbe> of(Facts facts) {
    return facts
        .effective(Healthcheck.class)
        .filter(check -> check.command().isPresent())
        .map(check -> of(facts, check, check.command().get()));
  }

  private static HealthProbe of(Facts facts, Healthcheck check, CommandLine command) {
    Stage stage = facts.target().orElseThrow();
    if (command instanceof ExecForm exec) {
      return new HealthProbe(
          check, stage, Optional.empty(), Call.ofExec(exec.arguments()).toList());
    }
    Script script = Script.parse(((ShellForm) command).script(), dialect(facts, stage));
    return new HealthProbe(check, stage, Optional.of(script), script.calls().toList());
  }

  private static Dialect dialect(Facts facts, Stage stage) {
    if (facts.base(stage).distribution() == Distribution.WINDOWS) {
      return Dialect.CMD;
    }
    return facts
        .effective(Shell.class)
        .map(Shell::command)
        .map(exec -> Dialect.of(exec.arguments().stream().map(Text::toString).toList()))
        .orElse(Dialect.POSIX);
  }

  /** Whether a shell reads it, and one that is read here. */
  public boolean isRead() {
    return script.filter(s -> !s.isOpaque() && s.problems().isEmpty()).isPresent();
  }

  /**
   * The call whose exit status is that of the whole, if it is the last thing of the script and no
   * {@code ||} stands before it.
   */
  public Optional<Call> last() {
    if (!isRead() || script.get().body().chains().isEmpty()) {
      return Optional.empty();
    }
    List<Chain> chains = script.get().body().chains();
    Chain chain = chains.get(chains.size() - 1);
    List<Command> commands = chain.pipelines().get(chain.pipelines().size() - 1).commands();
    boolean isEnd = chain.span().end() == script.get().text().strip().span().end();
    Command command = commands.isEmpty() ? null : commands.get(commands.size() - 1);
    return isEnd && command instanceof SimpleCommand simple
        ? calls.stream().filter(c -> c.simple() == simple).reduce((a, b) -> b)
        : Optional.empty();
  }
}
