package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.tools.AptGet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The lists stay in the cache of the build while the mirrors go on. */
public final class Adr0306AptUpdateApart implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "apt install with lists that another RUN fetched");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Map<Stage, Span> updates = new HashMap<>();
    for (RunFacts run : pass.facts().runs()) {
      Span update =
          pass.facts().stages().chain(run.stage()).stream()
              .map(updates::get)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (update != null) {
        AptGet.borrower(run.calls()).ifPresent(apt -> report(pass, apt, update));
      }
      run.calls().stream()
          .flatMap(call -> AptGet.of(call).stream())
          .filter(AptGet::updates)
          .findFirst()
          .ifPresent(apt -> updates.put(run.stage(), apt.head()));
    }
  }

  private static void report(Pass pass, AptGet install, Span update) {
    pass.report(
        install.head(),
        "'" + install.title() + "' with the lists of another RUN",
        "those of line "
            + pass.file().source().position(update.start()).line()
            + " are cached and grow stale");
  }
}
