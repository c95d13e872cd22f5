package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.workflow.Step;
import io.daviestechlabs.dockeradr.workflow.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commands that do not use the builder that their job has set up for them.
 *
 * <p>From Docker's manual, "Builders", Difference between {@code docker build} and {@code docker
 * buildx build}: the first always takes the builder that comes with the engine.
 */
public final class PassedBuilder {
  private static final Set<String> SCRIPT_RUNNERS =
      Set.of(
          "make", "gmake", "just", "task", "docker-compose", "source", ".", "bazel", "nx", "npm");

  private PassedBuilder() {}

  /** The commands of a job; none where anything else in it may use the builder. */
  public static List<BuildCommand> in(JobCalls job) {
    boolean isOnlyUse =
        job.job().steps().stream().anyMatch(PassedBuilder::isSetUp)
            && job.job().steps().stream().noneMatch(PassedBuilder::mayUse)
            && job.calls().stream().noneMatch(PassedBuilder::mayUse);
    return isOnlyUse
        ? job.calls().stream()
            .flatMap(call -> BuildCommand.of(call).stream())
            .filter(command -> command.builds() && !command.hasUnknownFlags())
            .filter(command -> !command.arguments().has("--builder"))
            .toList()
        : List.of();
  }

  private static boolean isSetUp(Step step) {
    return step.uses("docker/setup-buildx-action")
        && !has(step, "install", "true")
        && !has(step, "use", "false")
        && !has(step, "driver", "docker");
  }

  private static boolean has(Step step, String input, String value) {
    return Optional.ofNullable(step.with().get(input))
        .map(Value::toString)
        .filter(written -> written.equals(value) || Embedded.in(written))
        .isPresent();
  }

  /** Whether an action may build: all but those that are known to fetch, log in and set up. */
  private static boolean mayUse(Step step) {
    String action = step.uses().map(Value::toString).orElse("").replaceFirst("@.*", "");
    boolean isKnown =
        action.isEmpty()
            || action.matches("(?:.*/)?actions/[^/]+")
            || action.matches("(?:.*/)?docker/(?:login|setup-\\w+|metadata)-action")
            || action.matches(".*(?:login|credentials|setup)[^/]*");
    return !isKnown;
  }

  /** Whether a program may build with buildx itself: it does, or it runs who knows what. */
  private static boolean mayUse(Call call) {
    if (call.name().isEmpty() || SCRIPT_RUNNERS.contains(call.name())) {
      return true;
    }
    String program = call.program().value();
    boolean isScript =
        program.contains("/") && !program.startsWith("/usr/") && !program.startsWith("/bin/");
    List<String> words = call.args().stream().limit(3).map(ShellWord::value).toList();
    boolean isDocker = call.name().equals("docker");
    return isScript
        || words.stream().anyMatch(word -> word.endsWith(".sh"))
        || (isDocker && (words.contains("buildx") || words.contains("compose")));
  }
}
