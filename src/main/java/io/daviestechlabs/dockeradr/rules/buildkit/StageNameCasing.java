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

/** BuildKit keeps names of stages in lower case, however they are written. */
public final class StageNameCasing implements Rule {
  private static final Meta META =
      Meta.buildkit("Stage names should be lowercase").fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.file().stages()) {
      From from = stage.from();
      if (from.raw().arguments().size() == 3) {
        check(pass, from, from.alias().get());
      }
    }
  }

  private static void check(Pass pass, From from, Text name) {
    String lower = name.toString().toLowerCase(Locale.ROOT);
    if (!name.is(lower)) {
      pass.report(
          from,
          name.span(),
          "Stage name '" + name + "' should be lowercase",
          "kept as '" + lower + "'",
          Optional.of(Fix.safe("write the name in lower case", Edit.replace(name.span(), lower))));
    }
  }
}
