package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.LayerRewrite;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;

/** A layer can hide what is in one below it, but not take it out. */
public final class Adr0805LayerRewritten implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "what was copied is changed or deleted by a later layer")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    LayerRewrite.in(pass.facts()).forEach(rewrite -> report(pass, rewrite));
  }

  private static void report(Pass pass, LayerRewrite rewrite) {
    String program = rewrite.call().name();
    boolean deletes = program.equals("rm");
    Transfer transfer = rewrite.copy().transfer();
    String copied = transfer.name() + " put in '" + rewrite.copy().target().orElse("") + "'";
    String flag = program.equals("chmod") ? "--chmod" : "--chown";
    pass.report(
        rewrite.call().nameSpan().to(rewrite.path().span()),
        "'" + program + "' " + (deletes ? "hides" : "rewrites") + " what " + copied,
        deletes
            ? "its bytes ship all the same"
            : "its bytes ship twice: give " + transfer.name() + " " + flag,
        rewrite.flag(pass.facts()).flatMap(exact -> fix(pass, rewrite, exact)));
  }

  private static Optional<Fix> fix(Pass pass, LayerRewrite rewrite, String flag) {
    Transfer transfer = rewrite.copy().transfer();
    Span rest = new Span(transfer.span().end(), rewrite.run().run().span().end());
    Span between = new Span(rest.start(), rewrite.run().run().span().start());
    return pass.file().source().slice(between).isBlank()
        ? Optional.of(
            Fix.safe(
                "give " + transfer.name() + " " + flag,
                Edit.insert(transfer.keyword().span().end(), " " + flag),
                Edit.delete(rest)))
        : Optional.empty();
  }
}
