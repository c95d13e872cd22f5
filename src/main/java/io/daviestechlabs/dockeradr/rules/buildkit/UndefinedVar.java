package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.NearestNames;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A variable that nothing sets before it is used. */
public final class UndefinedVar implements Rule {
  private static final Meta META = Meta.buildkit("Variables should be defined before their use");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    NearestNames names = new NearestNames();
    pass.facts()
        .steps()
        .filter(step -> hasVariables(step.instruction()))
        .forEach(step -> new Look(pass, step, names).check());
  }

  private static boolean hasVariables(Instruction instruction) {
    return instruction.raw().line().indexOf('$', 0) >= 0 || !instruction.heredocs().isEmpty();
  }

  /** One step while its words are looked at. */
  private record Look(Pass pass, BuildStep step, NearestNames names) {
    void check() {
      if (step.instruction() instanceof Arg arg) {
        Set<String> before = new HashSet<>();
        for (Pair pair : arg.pairs()) {
          pair.value().ifPresent(value -> check(value, before));
          before.add(pair.name());
        }
      }
      for (Word word : step.expanded()) {
        check(word, Set.of());
      }
      if (step.instruction() instanceof Transfer transfer) {
        transfer.heredocs().forEach(this::check);
      }
    }

    private void check(Word word, Set<String> defined) {
      if (word.hasVariables()) {
        for (String name : word.expand(step.scope().bare()).unmatched()) {
          Span span = step.isOwn() ? word.spanOf(name) : step.spanOf(word);
          report(name, span, defined);
        }
      }
    }

    private void check(Heredoc heredoc) {
      Set<String> seen = new HashSet<>();
      heredoc
          .variables()
          .filter(v -> step.scope().bare().value(v.name().toString()).isEmpty())
          .filter(v -> seen.add(v.name().toString()))
          .forEach(v -> report(v.name().toString(), step.spanOf(v), Set.of()));
    }

    private void report(String name, Span span, Set<String> defined) {
      if (!defined.contains(name) && step.isUndefined(name, pass.facts().stages().global())) {
        String meant =
            names
                .nearest(name, step.scope().bare())
                .map(s -> " (did you mean $" + s + "?)")
                .orElse("");
        pass.report(
            step.instruction(),
            span,
            "Usage of undefined variable '$" + name + "'" + meant,
            "empty here",
            Optional.empty());
      }
    }
  }
}
