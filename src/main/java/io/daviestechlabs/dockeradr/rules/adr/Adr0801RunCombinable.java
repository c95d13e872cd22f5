package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Facts;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every RUN makes a layer. */
public final class Adr0801RunCombinable implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "consecutive RUN instructions that could be one")
          .fixed(Fix.Safety.UNSAFE);

  /** What they do lasts to the end of their shell. */
  private static final Set<String> LASTING =
      Set.of(
          ".", "alias", "cd", "eval", "exec", "exit", "export", "popd", "pushd", "return", "set",
          "shopt", "source", "trap", "ulimit", "umask", "unset");

  @Override
  public Meta meta() {
    return META;
  }

  /** Only the layers of the stage that is built are shipped. */
  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.facts().shipped()) {
      List<Run> group = new ArrayList<>();
      for (Instruction instruction : stage.instructions()) {
        boolean joins = instruction instanceof Run run && (group.isEmpty() || areAlike(group, run));
        if (!joins) {
          report(pass, group);
          group.clear();
        }
        if (instruction instanceof Run run && isPlain(run)) {
          group.add(run);
        }
      }
      report(pass, group);
    }
  }

  private static boolean isPlain(Run run) {
    return run.command() instanceof ShellForm && run.heredocs().isEmpty();
  }

  private static boolean areAlike(List<Run> group, Run run) {
    return isPlain(run) && flags(group.get(0)).equals(flags(run));
  }

  private static Set<String> flags(Run run) {
    return run.flags().stream().map(flag -> flag.text().toString()).collect(Collectors.toSet());
  }

  private static void report(Pass pass, List<Run> group) {
    if (group.size() > 1) {
      pass.report(
          group.get(0).keyword().span(),
          group.size() + " RUN instructions could be one",
          "each makes a layer of its own",
          fix(pass, group));
    }
  }

  private static Optional<Fix> fix(Pass pass, List<Run> group) {
    Source source = pass.file().source();
    List<Edit> edits = new ArrayList<>();
    for (int i = 1; i < group.size(); i++) {
      Run before = group.get(i - 1);
      Run after = group.get(i);
      Span between = new Span(before.span().end(), after.span().start());
      if (!source.slice(between).isBlank()
          || !script(pass.facts(), before).filter(Script::canGoOn).isPresent()
          || !script(pass.facts(), after).filter(Script::canFollow).isPresent()
          || pass.facts().calls(before).stream().anyMatch(c -> LASTING.contains(c.name()))) {
        return Optional.empty();
      }
      Span gap = new Span(between.start(), after.command().span().start());
      String joint = " && " + pass.file().escape() + source.lineEnd() + "    ";
      edits.add(Edit.replace(gap, joint));
    }
    return Optional.of(Fix.unsafe("join them with &&", edits.toArray(Edit[]::new)));
  }

  private static Optional<Script> script(Facts facts, Run run) {
    return facts.scripts(run).stream().findFirst();
  }
}
