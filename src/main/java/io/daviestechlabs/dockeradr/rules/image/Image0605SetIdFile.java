package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.LayerContents.FileGroup;
import io.daviestechlabs.dockeradr.image.LayerContents.Trait;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Whoever may start such a program has the rights of its owner. */
public final class Image0605SetIdFile implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A layer has programs that run with the rights of their owner");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    for (int layer : image.judged()) {
      FileGroup group = image.layer(layer).groups().get(Trait.SET_ID);
      if (group != null) {
        pass.report(
            image.outline().ofLayer(layer),
            message(group, layer + 1),
            "distributions ship none of these so");
      }
    }
  }

  private static String message(FileGroup group, int layer) {
    return group.count() == 1
        ? "1 program of layer %d runs with the rights of its owner: %s"
            .formatted(layer, group.listed())
        : "%d programs of layer %d run with the rights of their owner: %s"
            .formatted(group.count(), layer, group.listed());
  }
}
