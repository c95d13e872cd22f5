package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.AptGet;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Tool;
import io.daviestechlabs.dockeradr.tools.UnquotedRange;
import java.util.Optional;

/** To the shell, {@code >} and {@code <} are redirects wherever they stand. */
public final class Adr0703RangeUnquoted implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "version range that the shell takes for a redirect")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      for (Call call : run.calls()) {
        if (PackageTool.of(call).flatMap(t -> t.read(call)).filter(Tool::installs).isPresent()) {
          UnquotedRange.of(call).forEach(range -> report(pass, call, range));
        }
      }
    }
  }

  private static void report(Pass pass, Call call, UnquotedRange range) {
    // apt knows no ranges: quoted, the build would fail. Within quotes, others would end them.
    Optional<Fix> fix =
        range
            .quoted()
            .filter(quoted -> AptGet.of(call).isEmpty() && !call.isInString())
            .map(quoted -> Fix.safe("quote the range", Edit.replace(range.span(), quoted)));
    pass.report(
        range.span(),
        "'"
            + range.intended()
            + "' is not quoted: the shell "
            + (range.writes() ? "writes a file '" : "looks for a file '")
            + range.file()
            + "'",
        call.name() + " gets '" + range.word().value() + "' only",
        fix);
  }
}
