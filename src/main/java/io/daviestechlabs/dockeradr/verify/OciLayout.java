package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.image.LayerReader;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory in OCI layout to which BuildKit writes. It adds to it and takes nothing away, so that
 * somebody else has to.
 *
 * @param directory with {@code index.json} and {@code blobs}
 */
public record OciLayout(Path directory) {
  /** A build that has just read the index may still want what it names. */
  private static final Duration GRACE = Duration.ofDays(1);

  private static final long MAX_JSON = 8L << 20;
  private static final int MAX_NAMES = 1_000_000;
  private static final String BLOBS = "blobs/sha256";

  /** Nothing else is written, so that no name leads out of the directory. */
  private static final Pattern MEMBER =
      Pattern.compile("oci-layout|index\\.json|" + BLOBS + "/[0-9a-f]{64}");

  /**
   * Writes the layout within what an engine saves. Whoever reads it holds the digests against its
   * names.
   *
   * @return itself
   */
  OciLayout write(InputStream saved) throws IOException {
    Files.createDirectories(directory.resolve(BLOBS));
    LayerReader.read(
        new BufferedInputStream(saved),
        (entry, content) -> {
          if (entry.isFile() && MEMBER.matcher(entry.getName()).matches()) {
            Files.copy(content, directory.resolve(entry.getName()));
          }
        });
    return this;
  }

  /** Whether it has a manifest or index. */
  boolean has(String digest) {
    return Files.exists(blobFile(digest));
  }

  /** The digests, without their algorithm, of all that the index leads to. */
  public Set<String> named() {
    Set<String> named = new HashSet<>();
    for (Json entry : index().at("manifests").elements()) {
      named(entry.at("digest").text(), named);
    }
    return named;
  }

  /**
   * Removes blobs that no manifest has named for a day.
   *
   * @param replaced blobs that were named before a build, and need no day
   * @return how many bytes were freed
   */
  public long prune(Instant now, Set<String> replaced) {
    Set<String> named = named();
    if (named.isEmpty()) {
      return 0;
    }
    long freed = 0;
    for (Path folder : List.of(directory.resolve(BLOBS), directory.resolve("ingest"))) {
      freed += prune(folder, named, replaced, now);
    }
    return freed;
  }

  private static long prune(Path folder, Set<String> named, Set<String> replaced, Instant now) {
    long freed = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        if (named.contains(name)) {
          // From now on the day is counted.
          Files.setLastModifiedTime(file, FileTime.from(now));
        } else if (replaced.contains(name)
            || Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(GRACE))) {
          freed += Files.size(file);
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      // What cannot be removed stays; the next build tries again.
    }
    return freed;
  }

  private void named(String digest, Set<String> named) {
    if (named.size() > MAX_NAMES || !named.add(digest.substring(digest.indexOf(':') + 1))) {
      return;
    }
    Json manifest = blob(digest);
    for (Json layer : manifest.at("layers").elements()) {
      String name = layer.at("digest").text();
      named.add(name.substring(name.indexOf(':') + 1));
    }
    String config = manifest.at("config").at("digest").text();
    named.add(config.substring(config.indexOf(':') + 1));
    for (Json entry : manifest.at("manifests").elements()) {
      named(entry.at("digest").text(), named);
    }
  }

  /** The index; null where there is none. */
  Json index() {
    return json(directory.resolve("index.json"));
  }

  /** A small blob; null where there is none. */
  Json blob(String digest) {
    return json(blobFile(digest));
  }

  /** One that is not there, for a digest that is none. */
  private Path blobFile(String digest) {
    return directory.resolve(
        digest.matches("sha256:[0-9a-f]{64}") ? BLOBS + "/" + digest.substring(7) : "none");
  }

  private static Json json(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_JSON
          ? Json.parse(Files.readAllBytes(file)).orElse(Json.NULL)
          : Json.NULL;
    } catch (IOException e) {
      return Json.NULL;
    }
  }
}
