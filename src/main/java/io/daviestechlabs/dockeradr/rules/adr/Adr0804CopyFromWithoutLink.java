package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.CopyPlace;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.LinkSafety;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.SyntaxVersion;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;
import java.util.Optional;

/** The layer is made again whenever something before it changes. */
public final class Adr0804CopyFromWithoutLink implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "COPY --from could have --link").fixed(Fix.Safety.SAFE);

  /** The first frontend that knows the flag. */
  private static final SyntaxVersion FIRST = new SyntaxVersion(List.of(1, 4), "");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.facts().needed()) {
      stage.instructions().stream()
          .filter(Copy.class::isInstance)
          .map(Copy.class::cast)
          .filter(copy -> copy.from().isPresent() && copy.flag("link").isEmpty())
          .filter(
              copy ->
                  CopyPlace.of(pass.facts().stages(), stage, copy)
                      .filter(place -> LinkSafety.isHarmless(place, copy))
                      .isPresent())
          .forEach(copy -> report(pass, copy));
    }
  }

  private static void report(Pass pass, Copy copy) {
    boolean known =
        pass.facts().syntax().version().map(version -> version.atLeast(FIRST)).orElse(true);
    Edit edit = Edit.insert(copy.keyword().span().end(), " --link");
    pass.report(
        copy.flag("from").get().span(),
        "COPY --from without --link",
        "copied again when a layer before it changes",
        known ? Optional.of(Fix.safe("add --link", edit)) : Optional.empty());
  }
}
