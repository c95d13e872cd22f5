package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.AptGet;
import java.util.Optional;

/** Recommended packages are those that a desktop would miss, and an image mostly would not. */
public final class Adr0305AptRecommends implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "apt install with all packages that others recommend")
          .fixed(Fix.Safety.UNSAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      AptGet.in(run.calls()).stream()
          .filter(apt -> apt.subcommand().equals("install") && !apt.decidesOnRecommends())
          .filter(apt -> !pass.facts().apt(run.stage()).mayDecide(apt.call()))
          .forEach(apt -> report(pass, run, apt));
    }
  }

  private static void report(Pass pass, RunFacts run, AptGet apt) {
    Call call = apt.call();
    pass.report(
        apt.head(),
        apt.title() + " without '--no-install-recommends'",
        "installs more than is asked for",
        Optional.of(call.insertAfter(apt.arguments().operands().get(0), "--no-install-recommends"))
            .filter(edit -> run.run().command().isShellForm())
            .map(edit -> Fix.unsafe("leave out recommended packages", edit)));
  }
}
