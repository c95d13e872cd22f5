package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageParameterTest {
  @Test
  void whatIsEmptyInThePomIsEmptyAndNotNull() {
    Map<String, String> args = new HashMap<>();
    args.put("PROXY", null);

    assertThat(ImageParameter.both(args, Map.of("VERSION", "1")))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("PROXY", "", "VERSION", "1")));
  }

  @Test
  void directoriesAreSeenFromTheModule(@TempDir Path base) throws IOException {
    Path module = Files.createDirectory(base.resolve("module"));
    Files.createDirectory(base.resolve("shared"));
    Map<String, String> written =
        Map.of(
            "shared", "../shared",
            "layout", "oci-layout://../layout:1",
            "image", "docker-image://alpine:3",
            "page", "https://example.com/a.git",
            "none", "not/there");

    assertThat(ImageParameter.contexts(module, written))
        .containsEntry("shared", base.resolve("shared").toString())
        .containsEntry("layout", "oci-layout://" + base.resolve("layout:1"))
        .containsEntry("image", "docker-image://alpine:3")
        .containsEntry("page", "https://example.com/a.git")
        .containsEntry("none", "not/there");
  }

  @Test
  void keysAreSeenFromTheModule() {
    Path base = Path.of("/home/me/module");
    assertThat(ImageParameter.key(base, "default")).isEqualTo("default");
    assertThat(ImageParameter.key(base, "git=../key.pem,/etc/key"))
        .isEqualTo("git=/home/me/key.pem,/etc/key");
  }
}
