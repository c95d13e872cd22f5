package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileSearchTest {
  @TempDir Path base;

  @Test
  void findsTheUsualNamesWhereSourcesAre() throws IOException {
    write("Dockerfile", "docker/Dockerfile.gpu", "web.Dockerfile", "x/Containerfile.dev");
    write("target/Dockerfile", "node_modules/x/Dockerfile", ".venv/Dockerfile", "other/Dockerfile");
    write("Dockerfile.dockerignore", "Dockerfiles", "notes.txt");
    assertThat(found(Set.of(base.resolve("other"))))
        .containsExactly(
            "Dockerfile", "docker/Dockerfile.gpu", "web.Dockerfile", "x/Containerfile.dev");
  }

  @Test
  void aProgramAboutDockerfilesIsNone() throws IOException {
    Files.writeString(
        base.resolve("Dockerfile.java"), "/** As FROM does. */\nclass Dockerfile {}\n");
    Files.writeString(base.resolve("Dockerfile.py"), "# for Python\nFROM python:3.12\n");
    assertThat(found(Set.of())).containsExactly("Dockerfile.py");
  }

  private void write(String... paths) throws IOException {
    for (String path : paths) {
      Files.createDirectories(base.resolve(path).getParent());
      Files.writeString(base.resolve(path), "FROM scratch\n");
    }
  }

  private List<String> found(Set<Path> others) {
    return new DockerfileSearch(base, List.of(), List.of(), others)
        .find().stream().map(path -> base.relativize(path).toString()).toList();
  }
}
