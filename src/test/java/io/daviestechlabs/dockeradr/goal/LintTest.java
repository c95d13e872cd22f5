package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  @TempDir Path directory;
  private final CollectedConsole console = new CollectedConsole(false);

  @Test
  void aFileThatTwoDockerfilesInstallFromIsReportedOnce() throws IOException {
    String text =
        "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n";
    Files.writeString(directory.resolve("Dockerfile"), text);
    Files.writeString(directory.resolve("Dockerfile.gpu"), text);
    Files.writeString(directory.resolve("requirements.txt"), "flask\n");

    new Lint(
            new DockerfileSearch(
                directory, List.of("**/Dockerfile", "**/Dockerfile.*"), List.of(), Set.of()),
            List.of(),
            directory,
            Options.adr(),
            ImageKind.SERVICE,
            List.of(),
            ProjectLabels.none(),
            true,
            Set.of(),
            Severity.OFF,
            directory,
            console)
        .run();

    assertThat(console.warnings).filteredOn(line -> line.contains("ADR0702")).hasSize(2);
    assertThat(console.warnings)
        .filteredOn(line -> line.contains("requirements.txt:1:1"))
        .hasSize(1);
  }

  @Test
  void actionsBelowTheFoldersOfCodeHostsAreReadLikeWorkflows() throws IOException {
    List<Path> read =
        Stream.of(
                ".forgejo/actions/a/b/action.yaml",
                ".gitea/actions/action.yml",
                ".github/workflows/w.yaml")
            .map(directory::resolve)
            .toList();
    List<Path> others =
        Stream.of(
                "action.yml",
                ".github/actions/a/other.yml",
                ".github/workflows/below/w.yml",
                ".gitea/actions/a/b/c/d/action.yml")
            .map(directory::resolve)
            .toList();
    for (List<Path> files : List.of(read, others)) {
      for (Path file : files) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
      }
    }
    assertThat(Lint.workflows(directory)).isEqualTo(read);
    assertThat(Lint.workflows(directory.resolve(".gitea"))).isEmpty();
  }
}
