package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.ImageLabels;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.OciLabel;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.HashSet;
import java.util.Set;

/** The label is written, and the image does not have it. */
public final class Adr0404LabelLost implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A label is set in a stage that the image does not start from");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().target().ifPresent(target -> check(pass, target));
  }

  private static void check(Pass pass, Stage target) {
    Set<Stage> chain = Set.copyOf(pass.facts().stages().chain(target));
    Set<String> present = new HashSet<>(pass.surroundings().injectedLabels().keySet());
    present.addAll(ImageLabels.of(pass.facts().stages(), target).keySet());
    for (Stage stage : pass.facts().needed()) {
      if (!chain.contains(stage)) {
        ImageLabels.in(pass.facts().stages(), stage)
            .filter(label -> OciLabel.of(label.key()).isPresent())
            .filter(label -> !present.contains(label.key()))
            .forEach(
                label ->
                    pass.report(
                        label.pair().span(),
                        "label '" + label.key() + "' is not in the image that is built",
                        "files are copied from this stage, labels are not"));
      }
    }
  }
}
