package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Locale;
import java.util.Optional;

/** One FROM in two ways of writing keywords. */
public final class FromAsCasing implements Rule {
  private static final Meta META =
      Meta.buildkit("The 'as' keyword should match the case of the 'from' keyword")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.file().stages()) {
      From from = stage.from();
      if (from.raw().arguments().size() > 2) {
        check(pass, from, from.as().get());
      }
    }
  }

  private static void check(Pass pass, From from, Text as) {
    String keyword = from.keyword().toString();
    String lower = as.toString().toLowerCase(Locale.ROOT);
    String upper = as.toString().toUpperCase(Locale.ROOT);
    boolean isLower = keyword.equals("from");
    boolean isUpper = keyword.equals("FROM");
    if ((isLower && !as.is(lower)) || (isUpper && !as.is(upper))) {
      String matching = isLower ? lower : upper;
      Fix fix = Fix.safe("write '" + matching + "'", Edit.replace(as.span(), matching));
      pass.report(
          from,
          as.span(),
          "'" + as + "' and '" + keyword + "' keywords' casing do not match",
          "",
          lower.equals("as") ? Optional.of(fix) : Optional.empty());
    }
  }
}
