package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.LayerReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The OCI layout within what an engine saves, as a directory. */
final class LayoutDirectory {
  /** Nothing else is written, so that no name leads out of the directory. */
  private static final Pattern MEMBER =
      Pattern.compile("oci-layout|index\\.json|blobs/sha256/[0-9a-f]{64}");

  private LayoutDirectory() {}

  /** Writes it; whoever reads it holds the digests against its names. */
  static void write(InputStream saved, Path directory) throws IOException {
    Files.createDirectories(directory.resolve("blobs/sha256"));
    LayerReader.read(
        new BufferedInputStream(saved),
        (entry, content) -> {
          if (entry.isFile() && MEMBER.matcher(entry.getName()).matches()) {
            Files.copy(content, directory.resolve(entry.getName()));
          }
        });
  }

  /** Whether it has a manifest or index. */
  static boolean has(Path directory, String digest) {
    return digest.startsWith("sha256:")
        && Files.exists(directory.resolve("blobs").resolve(digest.replace(':', '/')));
  }
}
