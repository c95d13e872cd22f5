package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.workflow.Job;
import io.daviestechlabs.dockeradr.workflow.Step;
import io.daviestechlabs.dockeradr.workflow.Value;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A variable that programs get from a workflow or Makefile.
 *
 * @param name what it is called
 * @param value as the file has it, expressions as they are written
 * @param span where the value stands
 */
public record SetVariable(String name, String value, Span span) {
  /** Those of a workflow, its jobs, its steps and their scripts. */
  static List<SetVariable> in(Workflow workflow, List<Call> calls) {
    Stream<Map<String, Value>> own = Stream.of(workflow.env());
    Stream<Map<String, Value>> inner =
        workflow.jobs().stream()
            .flatMap(
                (Job job) ->
                    Stream.concat(Stream.of(job.env()), job.steps().stream().map(Step::env)));
    Stream<SetVariable> envs =
        Stream.concat(own, inner)
            .flatMap(env -> env.entrySet().stream())
            .map(e -> new SetVariable(e.getKey(), e.getValue().toString(), e.getValue().span()));
    return sorted(Stream.concat(envs, calls.stream().flatMap(SetVariable::in)));
  }

  /** Those that a Makefile exports, and those of its scripts. */
  static List<SetVariable> in(Makefile makefile, List<Call> calls) {
    Stream<SetVariable> exported =
        makefile.variables().stream()
            .filter(variable -> variable.exported())
            .map(v -> new SetVariable(v.name().toString(), v.value().toString(), v.value().span()));
    return sorted(Stream.concat(exported, calls.stream().flatMap(SetVariable::in)));
  }

  private static List<SetVariable> sorted(Stream<SetVariable> all) {
    return all.distinct()
        .sorted(Comparator.comparingInt((SetVariable v) -> v.span().start()))
        .toList();
  }

  /** Before the program, behind {@code export}, or written for the steps that follow. */
  private static Stream<SetVariable> in(Call call) {
    List<SetVariable> all = new ArrayList<>();
    // Who names buildx gets it, whatever DOCKER_BUILDKIT says.
    boolean isBuildx =
        BuildCommand.of(call).filter(c -> c.kind() != BuildCommand.Kind.DOCKER).isPresent();
    call.assignments().stream()
        .filter(a -> !isBuildx || !a.assigns("DOCKER_BUILDKIT"))
        .forEach(
            a ->
                all.add(
                    new SetVariable(
                        a.name().toString(),
                        a.value().map(ShellWord::unquoted).map(Text::toString).orElse(""),
                        a.span())));
    boolean isForLater = call.name().equals("echo") && !call.redirects().isEmpty();
    if (call.name().equals("export") || isForLater) {
      call.args().forEach(word -> of(word).ifPresent(all::add));
    }
    return all.stream();
  }

  private static Optional<SetVariable> of(ShellWord word) {
    Text text = word.unquoted();
    int equals = text.indexOf('=', 0);
    return equals <= 0
        ? Optional.empty()
        : Optional.of(
            new SetVariable(
                text.subSequence(0, equals).toString(),
                text.from(equals + 1).toString(),
                word.span()));
  }
}
