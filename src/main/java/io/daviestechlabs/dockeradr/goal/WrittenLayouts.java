package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.verify.OciLayout;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layouts that a build writes images to, and what they had before it. */
final class WrittenLayouts {
  private final Map<OciLayout, Set<String>> before = new LinkedHashMap<>();

  /** Looks at them before the build. */
  WrittenLayouts(List<WantedImage> images) {
    for (WantedImage image : images) {
      for (ImageFile file : image.request().delivery().files()) {
        if (file.form() == ImageFile.Form.OCI_LAYOUT) {
          before.computeIfAbsent(new OciLayout(file.path()), OciLayout::named);
        }
      }
    }
  }

  /** Removes what the build has replaced. */
  void prune() {
    for (Map.Entry<OciLayout, Set<String>> each : before.entrySet()) {
      each.getKey().prune(Instant.now(), each.getValue());
    }
  }
}
