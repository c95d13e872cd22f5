package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.LayerContents.LostFile;
import io.daviestechlabs.dockeradr.image.LayerContents.Waste;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.stream.Collectors;

/** What is hidden is pulled and stored all the same. */
public final class Image0801BytesHidden implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A layer deletes or writes again much of the layers below");

  private static final int SHOWN = 3;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    for (int layer : image.judged()) {
      Waste waste = image.layer(layer).waste();
      if (waste.bytes() > image.demands().maxWaste()) {
        String largest =
            waste.largest().stream()
                .limit(SHOWN)
                .map(Image0801BytesHidden::text)
                .collect(Collectors.joining(", "));
        pass.report(
            image.outline().ofLayer(layer),
            "layer %d hides %s of the layers below: %s"
                .formatted(layer + 1, Amount.bytes(waste.bytes()), largest),
            "pulled and stored all the same");
      }
    }
  }

  private static String text(LostFile file) {
    String how = file.deleted() ? "deleted" : "written again";
    return "'" + file.path() + "' (" + Amount.bytes(file.bytes()) + " " + how + ")";
  }
}
