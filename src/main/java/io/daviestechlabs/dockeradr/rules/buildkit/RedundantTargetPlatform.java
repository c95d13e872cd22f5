package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Expansion;
import io.daviestechlabs.dockeradr.dockerfile.Flag;
import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;
import java.util.Set;

/** A platform that is the default. */
public final class RedundantTargetPlatform implements Rule {
  private static final Meta META =
      Meta.buildkit(
              "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the"
                  + " default behavior")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  private static final String TARGET = "TARGETPLATFORM";

  @Override
  public void check(Pass pass) {
    Scope scope = pass.facts().stages().global().bare();
    for (Stage stage : pass.file().stages()) {
      From from = stage.from();
      from.platform()
          .filter(platform -> isTarget(platform, scope))
          .ifPresent(platform -> report(pass, from, platform));
    }
  }

  private static boolean isTarget(Word platform, Scope scope) {
    Expansion expanded = platform.expand(scope);
    return expanded.matched().equals(Set.of(TARGET))
        && expanded.unmatched().isEmpty()
        && scope.value(TARGET).filter(expanded.value()::equals).isPresent();
  }

  private static void report(Pass pass, From from, Word platform) {
    Flag flag = from.flag("platform").get();
    boolean isPredefined =
        pass.file().globalArgs().stream()
            .flatMap(arg -> arg.pairs().stream())
            .noneMatch(pair -> pair.name().equals(TARGET));
    boolean isAlone = from.flags("platform").count() == 1;
    Span withSpace = new Span(flag.span().start(), from.image().span().start());
    boolean isPlain = pass.file().source().slice(withSpace).strip().indexOf('\n') < 0;
    Fix fix = Fix.safe("drop --platform", Edit.delete(withSpace));
    pass.report(
        from,
        flag.span(),
        "Setting platform to predefined "
            + platform
            + " in FROM is redundant as this is the default behavior",
        "the default",
        isPredefined && isAlone && isPlain ? Optional.of(fix) : Optional.empty());
  }
}
