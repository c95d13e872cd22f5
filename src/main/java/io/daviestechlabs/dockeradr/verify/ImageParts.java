package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.Manifest;
import io.daviestechlabs.dockeradr.image.Platform;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.verify.NamedImage.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts images together from parts that are kept by their digests, wherever that is. */
final class ImageParts {
  /** No manifest, index or configuration is longer. */
  static final int MAX_JSON = 8 << 20;

  private static final int MAX_MANIFESTS = 1000;
  private static final int MAX_DEPTH = 3;

  private final Blobs blobs;

  ImageParts(Blobs blobs) {
    this.blobs = blobs;
  }

  /** Parts by their digests. */
  interface Blobs {
    /** A manifest or index, its digest checked; empty where it is not there. */
    Optional<byte[]> manifest(Descriptor part) throws IOException, InterruptedException;

    /** Another small part, its digest checked; empty where it is not there. */
    Optional<byte[]> read(Descriptor part) throws IOException, InterruptedException;

    /** A part of any size. */
    InputStream open(Descriptor part) throws IOException;
  }

  static Json json(byte[] bytes) throws IOException {
    return Json.parse(bytes).orElseThrow(() -> new IOException("a part of it is no JSON"));
  }

  /** For which platforms there are images below an entry of an index, and under which digests. */
  List<Offer> offers(Json entry) throws IOException, InterruptedException {
    Map<String, Offer> offers = new LinkedHashMap<>();
    add(entry, offers, 0);
    return new ArrayList<>(offers.values());
  }

  private void add(Json entry, Map<String, Offer> offers, int depth)
      throws IOException, InterruptedException {
    Optional<Descriptor> part = Descriptor.of(entry);
    boolean attestation = entry.at("annotations").at("vnd.docker.reference.type").exists();
    if (part.isEmpty() || attestation || offers.size() > MAX_MANIFESTS) {
      return;
    }
    Platform named = Platform.of(entry.at("platform"));
    if (named.isKnown() && depth > 0 && !isIndex(part.get())) {
      offers.putIfAbsent(part.get().digest(), new Offer(named, part.get().digest()));
      return;
    }
    // A saved image has only the platforms that the engine has.
    Optional<byte[]> bytes = blobs.manifest(part.get());
    if (bytes.isEmpty()) {
      return;
    }
    Json json = json(bytes.get());
    if (json.at("manifests").isArray() && depth < MAX_DEPTH) {
      for (Json below : json.at("manifests").elements()) {
        add(below, offers, depth + 1);
      }
      return;
    }
    Optional<byte[]> config = blobs.read(Manifest.of(json).config());
    Platform platform = config.isPresent() ? Platform.of(json(config.get())) : named;
    offers.putIfAbsent(part.get().digest(), new Offer(platform, part.get().digest()));
  }

  private static boolean isIndex(Descriptor part) {
    return part.mediaType().contains("index") || part.mediaType().contains("list");
  }

  /** The image whose manifest has a digest. */
  StoredImage image(String name, String digest) throws IOException, InterruptedException {
    Descriptor top = new Descriptor("", digest, -1, false);
    Manifest manifest = Manifest.of(json(there(blobs.manifest(top), top)));
    Descriptor own = manifest.config();
    ImageConfig config = ImageConfig.parse(there(blobs.read(own), own));
    List<Descriptor> layers = manifest.layers();
    return new StoredImage(
        name,
        digest,
        StoredImage.Form.DISTRIBUTED,
        manifest,
        config,
        index -> blobs.open(layers.get(index)));
  }

  private static byte[] there(Optional<byte[]> bytes, Descriptor part) throws IOException {
    return bytes.orElseThrow(() -> new IOException("its part " + part.digest() + " is missing"));
  }
}
