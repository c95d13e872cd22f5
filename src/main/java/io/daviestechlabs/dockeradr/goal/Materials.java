package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.text.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a build was made from besides local files, as BuildKit's provenance has it.
 *
 * @param images by name, each with the digest that was used; those named by a digest are left out
 * @param problem why that is not all; empty if it is
 */
record Materials(Map<String, String> images, String problem) {
  private static final String PROVENANCE = "buildx.build.provenance";
  private static final String IMAGE = "pkg:docker/";
  private static final String LAYOUT = "pkg:oci/";

  /** Reads what buildx wrote about an image. */
  static Materials of(BuildMetadata metadata, List<Step> steps) {
    List<Json> provenances = provenances(metadata);
    if (provenances.isEmpty()) {
      return unknown(
          "buildx does not tell what it was made from; 0.14 and later do, of one machine");
    }
    for (Step step : steps) {
      if (step.name().contains("] ONBUILD ")) {
        return unknown("its base image has ONBUILD");
      }
    }
    Map<String, String> images = new TreeMap<>();
    for (Json provenance : provenances) {
      for (Json material : provenance.at("materials").elements()) {
        String uri = material.at("uri").text();
        if (uri.startsWith(LAYOUT) && isByDigest(uri)) {
          continue;
        }
        Optional<ImageName> name = image(uri);
        String digest = material.at("digest").at("sha256").text();
        if (name.isEmpty() || digest.isEmpty()) {
          return unknown("it is made from " + uri.replaceFirst("//[^/@]*@", "//"));
        }
        if (!isByDigest(uri)) {
          String known = images.put(name.get().toString(), "sha256:" + digest);
          if (known != null && !known.equals("sha256:" + digest)) {
            return unknown(name.get() + " moved while it was built");
          }
        }
      }
    }
    return new Materials(images, "");
  }

  /** The digest of an image as the build found it; empty for one that is named by its digest. */
  static Optional<String> digest(BuildMetadata metadata, ImageName name) {
    if (name.digest().isPresent()) {
      return Optional.empty();
    }
    for (Json provenance : provenances(metadata)) {
      for (Json material : provenance.at("materials").elements()) {
        String uri = material.at("uri").text();
        Optional<ImageName> image = image(uri);
        if (!isByDigest(uri) && image.isPresent() && name.isSame(image.get())) {
          String digest = material.at("digest").at("sha256").text();
          return digest.isEmpty() ? Optional.empty() : Optional.of("sha256:" + digest);
        }
      }
    }
    return Optional.empty();
  }

  /** One for each platform. */
  private static List<Json> provenances(BuildMetadata metadata) {
    List<Json> provenances = new ArrayList<>();
    for (Map.Entry<String, Json> each : metadata.json().members().entrySet()) {
      if (each.getKey().startsWith(PROVENANCE)) {
        provenances.add(each.getValue());
      }
    }
    return provenances;
  }

  private static boolean isByDigest(String uri) {
    return uri.contains("digest=");
  }

  private static Materials unknown(String problem) {
    return new Materials(Map.of(), problem);
  }

  /**
   * {@code pkg:docker/name@tag?platform=…}; the name is that of Docker Hub where it has no host.
   */
  private static Optional<ImageName> image(String uri) {
    if (!uri.startsWith(IMAGE)) {
      return Optional.empty();
    }
    String whole = uri.substring(IMAGE.length()).split("\\?", 2)[0];
    String[] parts =
        URLDecoder.decode(whole.replace("+", "%2B"), StandardCharsets.UTF_8).split("@", 2);
    return ImageName.find(parts[0] + (parts.length > 1 ? ":" + parts[1] : ""));
  }
}
