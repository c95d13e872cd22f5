package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Maintainer;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.ImageLabels;
import io.daviestechlabs.dockeradr.lint.LabelSchema;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.OciLabel;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WrittenLabel;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody reads it any more. */
public final class Adr0405LabelDeprecated implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A label, or MAINTAINER, that the image specification has replaced")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.facts().needed()) {
      List<WrittenLabel> labels = ImageLabels.in(pass.facts().stages(), stage).toList();
      Set<String> taken = labels.stream().map(WrittenLabel::key).collect(Collectors.toSet());
      labels.stream()
          .filter(label -> LabelSchema.contains(label.key()))
          .forEach(label -> report(pass, label, taken));
      stage.all(Maintainer.class).forEach(maintainer -> report(pass, maintainer, taken));
    }
  }

  private static void report(Pass pass, WrittenLabel label, Set<String> taken) {
    Optional<OciLabel> successor = LabelSchema.successor(label.key());
    Optional<Fix> fix =
        successor
            .filter(to -> taken.add(to.key()))
            .map(to -> replaced(label.pair().key(), to.key()))
            .or(
                () ->
                    label
                        .removal(pass.file().source())
                        .filter(edit -> LabelSchema.isVersionOfSchema(label.key()))
                        .map(edit -> Fix.safe("remove the version of the old schema", edit)));
    pass.report(
        label.pair().key().span(),
        "label '" + label.key() + "' is deprecated",
        successor.map(to -> "now '" + to.key() + "'").orElse(""),
        fix);
  }

  private static Fix replaced(Word key, String successor) {
    return Fix.safe("rename the label", Edit.replace(key.span(), successor));
  }

  private static void report(Pass pass, Maintainer maintainer, Set<String> taken) {
    String written = maintainer.maintainer().toString();
    boolean quoted = written.startsWith("\"") && written.endsWith("\"");
    Optional<String> name =
        quoted
            ? maintainer.maintainer().literal().map(Text::toString)
            : Optional.of(written).filter(text -> text.indexOf('\\') < 0);
    boolean inStage = pass.file().stageOf(maintainer).isPresent();
    Optional<Fix> fix =
        name.filter(text -> !text.isBlank() && inStage && taken.add(OciLabel.AUTHORS.key()))
            .map(text -> ImageLabels.quoted(text, maintainer.raw().escape()))
            .map(text -> "LABEL " + OciLabel.AUTHORS.key() + "=" + text)
            .map(text -> Fix.safe("make it a label", Edit.replace(maintainer.span(), text)));
    pass.report(
        maintainer.keyword().span(),
        "MAINTAINER is deprecated",
        "now label '" + OciLabel.AUTHORS.key() + "'",
        fix);
  }
}
