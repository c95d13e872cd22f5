package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import io.daviestechlabs.dockeradr.text.Text;
import java.time.LocalDate;

/** What was to be mended by then is not. */
public final class Adr0005SuppressionExpired implements SuppressionRule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The last day of a suppression is over").on(FileKind.values());

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    LocalDate today = pass.options().today();
    for (Suppression suppression : pass.suppressions()) {
      if (suppression.isOver(today)) {
        Text until = suppression.until().get();
        pass.report(
            until.span(),
            suppression.lastDay().isPresent()
                ? "suppression expired on '" + until + "'"
                : "'" + until + "' is no date, so the suppression does not count",
            suppression.lastDay().isPresent() ? "it suppresses nothing any more" : "as 2027-01-31");
      }
    }
  }
}
