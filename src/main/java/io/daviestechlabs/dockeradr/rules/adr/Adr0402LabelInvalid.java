package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.ImageLabels;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.OciLabel;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WrittenLabel;
import java.util.Optional;

/** Who reads the label cannot read it, or looks for it under another key. */
public final class Adr0402LabelInvalid implements Rule {
  private static final Meta META =
      Meta.of(
          Severity.WARNING, "A label of the image specification is misspelt or has no such value");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .target()
        .ifPresent(
            target ->
                ImageLabels.inherited(pass.facts().stages(), target)
                    .forEach(label -> check(pass, label)));
  }

  private static void check(Pass pass, WrittenLabel label) {
    OciLabel.faultOfKey(label.key())
        .ifPresent(fault -> pass.report(label.pair().key().span(), fault));
    Optional<String> fault =
        OciLabel.of(label.key()).flatMap(known -> label.literal().flatMap(known::faultOf));
    fault.ifPresent(
        text ->
            pass.report(
                label.pair().span(), "value of label '" + label.key() + "' is " + text, ""));
  }
}
