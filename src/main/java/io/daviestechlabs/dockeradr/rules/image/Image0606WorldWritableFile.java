package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.LayerContents.FileGroup;
import io.daviestechlabs.dockeradr.image.LayerContents.Trait;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** A process that is taken over can put what it likes into such files. */
public final class Image0606WorldWritableFile implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "A layer has files that everybody may write to");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    for (int layer : image.judged()) {
      FileGroup group = image.layer(layer).groups().get(Trait.WORLD_WRITABLE);
      if (group != null) {
        pass.report(image.outline().ofLayer(layer), message(group, layer + 1));
      }
    }
  }

  private static String message(FileGroup group, int layer) {
    return group.count() == 1
        ? "everybody may write to 1 file of layer %d: %s".formatted(layer, group.listed())
        : "everybody may write to %d files of layer %d: %s"
            .formatted(group.count(), layer, group.listed());
  }
}
