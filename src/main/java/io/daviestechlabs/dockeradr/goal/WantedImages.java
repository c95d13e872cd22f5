package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.CachePlace;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees that images that are built together leave each other in peace. */
final class WantedImages {
  private WantedImages() {}

  /**
   * Refuses what would overwrite each other.
   *
   * @throws UserError for two images with one id, one name, or one cache to write
   */
  static void check(List<WantedImage> images) {
    Map<String, String> ids = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> caches = new HashMap<>();
    Map<String, String> files = new HashMap<>();
    for (WantedImage image : images) {
      String id = image.id();
      if (images.size() > 1 && !id.matches("[A-Za-z0-9_-]{1,64}")) {
        throw new UserError(
            "<image> has the id '" + id + "'",
            "Give each image an <id> of letters, digits, '_' and '-'.");
      }
      once(ids, id, id, "two images have the id '" + id + "'", "Give each image its own <id>.");
      for (ImageName name : image.request().names()) {
        once(
            names,
            name.normalised(),
            id,
            "images '%s' and '" + id + "' have the same name " + name,
            "Give each image its own <name> or tag.");
      }
      for (ImageFile file : image.request().delivery().files()) {
        if (file.form() != ImageFile.Form.OCI_LAYOUT) {
          once(
              files,
              file.path().toString(),
              id,
              "images '%s' and '" + id + "' are written to the same file " + file.path(),
              "Give each image its own <ociArchive> or <dockerArchive>.");
        }
      }
      Optional<CachePlace> cache = image.request().cache().written(image.request());
      if (cache.isPresent()) {
        String place = cache.get().name();
        once(
            caches,
            place,
            id,
            "images '%s' and '" + id + "' write the same cache " + place,
            "Leave out <cache><ref>, or set it for each image: the last one to write"
                + " would undo what the other has kept.");
      }
    }
  }

  private static void once(
      Map<String, String> seen, String key, String id, String what, String remedy) {
    String other = seen.putIfAbsent(key, id);
    if (other != null) {
      throw new UserError(what.replace("%s", other), remedy);
    }
  }
}
