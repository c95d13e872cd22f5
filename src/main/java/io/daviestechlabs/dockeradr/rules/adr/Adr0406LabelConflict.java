package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.ImageLabels;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WrittenLabel;
import java.util.Map;

/**
 * One of two places is wrong, and the reader of the Dockerfile sees the one that does not count.
 */
public final class Adr0406LabelConflict implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A label has another value than the one that the build gives it");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().target().ifPresent(target -> check(pass, target));
  }

  private static void check(Pass pass, Stage target) {
    Map<String, String> injected = pass.surroundings().injectedLabels();
    ImageLabels.inherited(pass.facts().stages(), target).stream()
        .filter(label -> injected.containsKey(label.key()))
        .filter(label -> differs(label, injected.get(label.key())))
        .forEach(
            label ->
                pass.report(
                    label.pair().span(),
                    "label '" + label.key() + "' gets another value from the POM",
                    "'" + injected.get(label.key()) + "' is what the image has"));
  }

  private static boolean differs(WrittenLabel label, String value) {
    return label.literal().filter(written -> !written.strip().equals(value)).isPresent();
  }
}
