package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts beside the tests: what is read, and what must come out. */
final class Golden {
  private static final Path RESOURCES =
      Path.of("src/test/resources/io/daviestechlabs/dockeradr/buildx");

  private Golden() {}

  static List<String> lines(String name) {
    return text(name).lines().toList();
  }

  /** Compares with a file; {@code -Dadr.update} writes it anew. */
  static void same(String name, String actual) {
    if (System.getProperty("adr.update") != null) {
      try {
        Files.writeString(RESOURCES.resolve(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      assertThat(actual).isEqualTo(text(name));
    }
  }

  private static String text(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      assertThat(in).as("%s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
