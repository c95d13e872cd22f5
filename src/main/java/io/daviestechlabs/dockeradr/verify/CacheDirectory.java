package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.text.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A cache that BuildKit keeps in a directory, in the OCI layout.
 *
 * @param directory with {@code index.json} and {@code blobs}
 */
public record CacheDirectory(Path directory) {
  /** What it holds, empty where there is no cache. */
  public Optional<CacheManifest> read() {
    OciLayout layout = new OciLayout(directory);
    String digest = layout.index().at("manifests").at(0).at("digest").text();
    Json manifest = layout.blob(digest);
    Json layers = manifest.at(manifest.at("manifests").exists() ? "manifests" : "layers");
    return layers.isArray()
        ? Optional.of(new CacheManifest(digest, Registry.layers(layers)))
        : Optional.empty();
  }

  /**
   * Removes blobs that no manifest has named for a day.
   *
   * @return how many bytes were freed
   */
  public long prune(Instant now) {
    return new OciLayout(directory).prune(now, Set.of());
  }
}
