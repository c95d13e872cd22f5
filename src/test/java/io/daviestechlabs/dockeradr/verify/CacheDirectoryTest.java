package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String MANIFEST = "a".repeat(64);
  private static final String CONFIG = "b".repeat(64);
  private static final String LAYER = "c".repeat(64);
  private static final String OLD = "d".repeat(64);

  @TempDir Path directory;

  private Path blobs;

  @BeforeEach
  void write() throws IOException {
    blobs = Files.createDirectories(directory.resolve("blobs/sha256"));
    Files.writeString(
        directory.resolve("index.json"),
        "{\"manifests\":[{\"digest\":\"sha256:" + MANIFEST + "\"}]}");
    Files.writeString(
        blobs.resolve(MANIFEST),
        "{\"config\":{\"digest\":\"sha256:"
            + CONFIG
            + "\"},\"layers\":[{\"digest\":\"sha256:"
            + LAYER
            + "\",\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+zstd\",\"size\":7}]}");
    for (String name : new String[] {CONFIG, LAYER, OLD}) {
      Files.writeString(blobs.resolve(name), "1234567");
    }
    age(Duration.ofDays(2));
  }

  @Test
  void itIsReadAsARegistrysIs() {
    assertThat(new CacheDirectory(directory).read().orElseThrow().summary())
        .isEqualTo("1 layer, zstd, 7 B");
    assertThat(new CacheDirectory(directory.resolve("none")).read()).isEmpty();
  }

  @Test
  void whatNobodyHasNamedForADayIsRemoved() {
    assertThat(new CacheDirectory(directory).prune(NOW)).isEqualTo(7);
    assertThat(blobs.resolve(OLD)).doesNotExist();
    assertThat(blobs.resolve(MANIFEST)).exists();
    assertThat(blobs.resolve(CONFIG)).exists();
    assertThat(blobs.resolve(LAYER)).exists();
    assertThat(new CacheDirectory(directory).prune(NOW)).isZero();
  }

  @Test
  void theDayBeginsWhenItWasNamedLast() throws IOException {
    new CacheDirectory(directory).prune(NOW);
    Files.writeString(
        blobs.resolve(MANIFEST), "{\"config\":{\"digest\":\"sha256:" + CONFIG + "\"}}");
    CacheDirectory cache = new CacheDirectory(directory);
    assertThat(cache.prune(NOW.plus(Duration.ofHours(23)))).isZero();
    assertThat(cache.prune(NOW.plus(Duration.ofHours(25)))).isEqualTo(7);
    assertThat(blobs.resolve(LAYER)).doesNotExist();
  }

  @Test
  void whatABuildHasReplacedIsRemovedAtOnce() throws IOException {
    OciLayout layout = new OciLayout(directory);
    Set<String> before = layout.named();
    assertThat(before).containsExactlyInAnyOrder(MANIFEST, CONFIG, LAYER);
    Files.writeString(blobs.resolve(OLD), "{\"config\":{\"digest\":\"sha256:" + CONFIG + "\"}}");
    Files.writeString(
        directory.resolve("index.json"), "{\"manifests\":[{\"digest\":\"sha256:" + OLD + "\"}]}");
    Files.setLastModifiedTime(blobs.resolve(LAYER), FileTime.from(NOW));
    assertThat(layout.prune(NOW, before)).isPositive();
    assertThat(blobs).isDirectoryNotContaining("glob:**{" + LAYER + "," + MANIFEST + "}");
    assertThat(blobs.resolve(OLD)).exists();
    assertThat(blobs.resolve(CONFIG)).exists();
  }

  @Test
  void aDirectoryThatIsNoCacheIsLeftAlone() throws IOException {
    Files.writeString(directory.resolve("index.json"), "no JSON");
    assertThat(new CacheDirectory(directory).prune(NOW)).isZero();
    assertThat(blobs.resolve(OLD)).exists();
  }

  private void age(Duration age) throws IOException {
    try (var files = Files.list(blobs)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
      }
    }
  }
}
