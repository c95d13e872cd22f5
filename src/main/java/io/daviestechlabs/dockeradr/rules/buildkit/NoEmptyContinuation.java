package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Warning;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;

/** An instruction that goes on after an empty line. */
public final class NoEmptyContinuation implements Rule {
  private static final Meta META =
      Meta.buildkit("Empty continuation lines will become errors in a future release")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Warning warning : pass.file().warnings()) {
      List<Span> lines = warning.lines();
      List<Edit> edits = lines.stream().map(Edit::delete).toList();
      pass.report(
          lines.get(0),
          "Empty continuation line",
          "the instruction goes on behind it",
          Fix.safe("delete the empty lines", edits));
    }
  }
}
