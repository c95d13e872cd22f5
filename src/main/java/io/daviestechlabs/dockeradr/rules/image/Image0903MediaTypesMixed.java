package io.daviestechlabs.dockeradr.rules.image;

import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.image.Manifest;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Registries and older engines refuse what is half Docker and half OCI. */
public final class Image0903MediaTypesMixed implements Rule {
  private static final Meta META =
      Meta.image(Severity.WARNING, "The layers are of another format than the manifest");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageSubject image = pass.image();
    Manifest manifest = image.image().manifest();
    if (manifest.mediaType().isEmpty()) {
      return;
    }
    for (int layer : image.judged()) {
      Descriptor part = manifest.layers().get(layer);
      if (part.isDocker() && part.mediaType().endsWith("zstd")) {
        pass.report(
            image.outline().ofLayer(layer),
            "layer %d is zstd in Docker's format, which has none".formatted(layer + 1),
            "build with oci-mediatypes=true");
      } else if (!part.mediaType().isEmpty() && part.isDocker() != manifest.isDocker()) {
        pass.report(
            image.outline().ofLayer(layer),
            "layer %d is in %s, and the manifest in %s"
                .formatted(layer + 1, format(part.isDocker()), format(manifest.isDocker())));
      }
    }
  }

  private static String format(boolean docker) {
    return docker ? "Docker's format" : "the OCI's format";
  }
}
