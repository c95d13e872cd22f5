package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.LayerContents.SecretFile;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** What a later layer deletes is still there for whoever unpacks this one. */
public final class Image0609SecretInLayer implements Rule {
  private static final Meta META = Meta.image(Severity.ERROR, "A layer has a file with a secret");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    for (int layer : image.judged()) {
      for (SecretFile secret : image.layer(layer).secrets()) {
        pass.report(
            image.outline().ofLayer(layer),
            "'" + secret.path() + "' in layer " + (layer + 1) + " holds " + secret.what(),
            "later layers can only hide it");
      }
    }
  }
}
