package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.text.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a manifest or index names a part of an image.
 *
 * @param mediaType as written, empty where it is not
 * @param digest of the stored bytes, with its algorithm; empty where there is none
 * @param size of the stored bytes, negative where it is not known
 * @param elsewhere whether it may be fetched from addresses, and need not be where the image is
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md">the OCI's</a>
 */
public record Descriptor(String mediaType, String digest, long size, boolean elsewhere) {
  private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]{1,32}:[0-9a-f]{32,128}");

  /** Reads one; empty if it has no digest. */
  public static Optional<Descriptor> of(Json node) {
    String digest = node.at("digest").text();
    return DIGEST.matcher(digest).matches()
        ? Optional.of(
            new Descriptor(
                node.at("mediaType").text(),
                digest,
                node.at("size").whole(-1),
                !node.at("urls").elements().isEmpty()))
        : Optional.empty();
  }

  /** Whether it is of one of the types that must not be pushed to other registries. */
  public boolean isForeign() {
    return mediaType.contains("foreign") || mediaType.contains("nondistributable");
  }

  /** Whether its type is one of Docker's own, older than the OCI's. */
  public boolean isDocker() {
    return mediaType.startsWith("application/vnd.docker.");
  }

  /** What the media type says of the compression; empty if it says nothing. */
  public Optional<Compression> promised() {
    if (mediaType.endsWith("zstd")) {
      return Optional.of(Compression.ZSTD);
    }
    if (mediaType.endsWith("gzip")) {
      return Optional.of(Compression.GZIP);
    }
    return mediaType.endsWith("tar") ? Optional.of(Compression.NONE) : Optional.empty();
  }
}
