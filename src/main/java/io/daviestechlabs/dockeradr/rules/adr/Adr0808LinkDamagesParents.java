package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Flag;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.lint.CopyPlace;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.LinkDamage;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;

/** A linked layer brings its own parent directories, and knows no names of users. */
public final class Adr0808LinkDamagesParents implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "--link breaks the build or directories of the base")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.facts().needed()) {
      stage.instructions().stream()
          .filter(Transfer.class::isInstance)
          .map(Transfer.class::cast)
          .filter(Transfer::link)
          .forEach(transfer -> check(pass, stage, transfer));
    }
  }

  private static void check(Pass pass, Stage stage, Transfer transfer) {
    StageGraph stages = pass.facts().stages();
    Optional<String> owner =
        transfer.chown().flatMap(w -> StageGraph.known(w, stages.scope(stage, transfer)));
    if (owner.filter(o -> !o.matches("(?:root|\\d*)(?::(?:root|\\d*))?")).isPresent()) {
      Span span = transfer.flag("chown").get().span();
      report(
          pass, transfer, span, "--link fails the build: it cannot look up '" + owner.get() + "'");
      return;
    }
    CopyPlace.of(stages, stage, transfer)
        .flatMap(place -> LinkDamage.of(place, transfer))
        .ifPresent(damage -> report(pass, transfer, transfer.target().span(), "--link " + damage));
  }

  private static void report(Pass pass, Transfer transfer, Span span, String message) {
    Flag flag = transfer.flag("link").get();
    Source source = pass.file().source();
    int end = flag.span().end();
    while (end < source.text().length() && " \t".indexOf(source.text().charAt(end)) >= 0) {
      end++;
    }
    Edit edit = Edit.delete(new Span(flag.span().start(), end));
    pass.report(span, message, "", Fix.safe("drop --link", edit));
  }
}
