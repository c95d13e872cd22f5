package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Maintainer;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.Optional;

/** MAINTAINER, which LABEL has replaced. */
public final class MaintainerDeprecated implements Rule {
  private static final Meta META =
      Meta.buildkit(
              "The MAINTAINER instruction is deprecated, use a label instead to define an image"
                  + " author")
          .fixed(Fix.Safety.SAFE)
          .sameAs("ADR0405");

  @Override
  public Meta meta() {
    return META;
  }

  private static final String AUTHORS = "org.opencontainers.image.authors";

  @Override
  public void check(Pass pass) {
    for (Instruction instruction : pass.file().instructions()) {
      if (instruction instanceof Maintainer maintainer) {
        pass.report(
            maintainer,
            maintainer.keyword().span(),
            "Maintainer instruction is deprecated in favor of using label",
            "",
            fix(pass, maintainer));
      }
    }
  }

  /** None where the label is there already, or the name is spelled so that LABEL changes it. */
  private static Optional<Fix> fix(Pass pass, Maintainer maintainer) {
    String name = maintainer.maintainer().toString();
    boolean isPlain = name.chars().noneMatch(c -> "\"$\\`\n".indexOf(c) >= 0);
    boolean isLabelled =
        pass.file().all(Label.class).anyMatch(l -> l.raw().line().toString().contains(AUTHORS));
    if (!isPlain || isLabelled || pass.file().stageOf(maintainer).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Fix.safe(
            "replace MAINTAINER with a label",
            Edit.replace(maintainer.span(), "LABEL " + AUTHORS + "=\"" + name + "\"")));
  }
}
