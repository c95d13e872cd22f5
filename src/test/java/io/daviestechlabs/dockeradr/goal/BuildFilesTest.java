package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFilesTest {
  @TempDir Path base;

  private Path file(String name) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private List<String> found(Path... dockerfiles) {
    return BuildFiles.find(base, List.of(dockerfiles)).stream()
        .map(path -> base.relativize(path).toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void filesAtTheTopAndBesideDockerfilesAreFoundOnce() throws IOException {
    Path top = file("Dockerfile");
    Path app = file("app/Dockerfile");
    Path debug = file("app/Dockerfile.debug");
    file("Makefile");
    file("app/makefile");
    file("app/docker-bake.json");
    file("app/docker-bake.override.hcl");
    file("docker-bake.hcl");
    file("docs/Makefile");
    file("app/bake.hcl");
    assertThat(found(top, app, debug))
        .containsExactly(
            "docker-bake.hcl",
            "Makefile",
            "app/docker-bake.json",
            "app/docker-bake.override.hcl",
            "app/makefile");
  }

  @Test
  void whatMakeDoesNotReadIsLeftOut() throws IOException {
    file("GNUmakefile");
    file("Makefile");
    Files.createDirectories(base.resolve("docker-bake.hcl"));
    assertThat(found()).containsExactly("GNUmakefile");
  }

  @Test
  void bakeFilesKnowWhetherTheyAreAlone() throws IOException {
    Path alone = file("docker-bake.hcl");
    file("Makefile");
    Path json = file("app/docker-bake.json");
    file("app/docker-bake.override.json");
    assertThat(BuildFiles.isOnlyBakeFile(alone)).isTrue();
    assertThat(BuildFiles.isOnlyBakeFile(json)).isFalse();
  }

  @Test
  void aDirectoryThatIsNotThereHasNone() {
    assertThat(BuildFiles.find(base.resolve("none"), List.of())).isEmpty();
  }
}
