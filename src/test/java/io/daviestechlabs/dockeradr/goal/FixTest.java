package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {
  private static final String OLD =
      """
      FROM debian:12 AS build
      RUN apt-get update && apt-get install -y --no-install-recommends curl
      FROM debian:12
      COPY --from=build /opt/tool /opt/tool
      USER 1000
      """;

  @TempDir Path dir;
  private final CollectedConsole console = new CollectedConsole(false);

  @BeforeEach
  void ignoreFile() throws IOException {
    write(".dockerignore", "*\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(dir.resolve(name));
  }

  private void fix(boolean dryRun, Severity failOn, String... rules) {
    Lint lint =
        new Lint(
            new DockerfileSearch(dir, List.of(), List.of(), Set.of()),
            List.of(),
            dir,
            Options.adr(),
            ImageKind.SERVICE,
            List.of(),
            ProjectLabels.none(),
            false,
            Set.of(),
            failOn,
            dir.resolve("target"),
            console);
    new Fix(
            lint,
            false,
            dryRun,
            LintSettings.rules(List.of(rules)),
            IgnoreGenerator.Style.DENY,
            true)
        .run();
  }

  private void fix(String... rules) {
    fix(false, Severity.ERROR, rules);
  }

  @Test
  void saysWhatWasFixedAndWhatIsLeft() throws IOException {
    write("Dockerfile", OLD);
    fix();
    assertThat(read("Dockerfile")).startsWith("# syntax=docker/dockerfile:1").contains("--link");
    assertThat(console.infos)
        .anyMatch(line -> line.startsWith("fixed "))
        .contains("    1  ADR0804 copy-from-without-link")
        .last()
        .asString()
        .startsWith("left: ")
        .endsWith(" in 1 Dockerfile");
    assertThat(console.errors).anyMatch(line -> line.startsWith("error[ADR0501]"));
    assertThat(console.warnings).isEmpty();
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    write("Dockerfile", OLD);
    fix();
    String once = read("Dockerfile");
    console.infos.clear();
    fix();
    assertThat(read("Dockerfile")).isEqualTo(once);
    assertThat(console.infos).contains("nothing to fix");
  }

  @Test
  void secretsThatAreCopiedStayUntilSomebodyAsksForIt() throws IOException {
    Files.delete(dir.resolve(".dockerignore"));
    write("Dockerfile", "FROM debian:12\nCOPY . /app\n");
    write(".gitignore", "*.log\n");
    Path secret = write(".env", "DB_PASSWORD=hunter2\n");
    fix("ADR1001", "ADR1004");
    assertThat(dir.resolve(".dockerignore")).doesNotExist();

    Files.delete(secret);
    fix("ADR1001");
    assertThat(read(".dockerignore")).contains(".git", "*.log");
  }

  @Test
  void aDryRunShowsNoSecret() throws IOException {
    write(
        "Dockerfile",
        "FROM debian:12\nENV DB_PASSWORD=hunter2\nADD https://me:hunter2@example.com/a /a\n");
    fix(true, Severity.OFF);
    assertThat(console.infos)
        .contains("+# syntax=docker/dockerfile:1.7", " ENV DB_PASSWORD=*******")
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void aDryRunShowsADiffWritesNothingAndFailsOnWhatWouldBeLeft() throws IOException {
    write("Dockerfile", OLD);
    assertThatThrownBy(() -> fix(true, Severity.ERROR))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("in 1 Dockerfile");
    assertThat(read("Dockerfile")).isEqualTo(OLD);
    assertThat(console.infos)
        .contains("--- a/Dockerfile", "+++ b/Dockerfile")
        .contains("+COPY --link --from=build /opt/tool /opt/tool");
    fix(true, Severity.OFF);
  }

  @Test
  void onlyRulesAskedForAreFixed() throws IOException {
    write("Dockerfile", OLD);
    fix("copy-from-without-link");
    assertThat(read("Dockerfile")).isEqualTo(OLD.replace("COPY", "COPY --link"));
  }

  @Test
  void anUnknownRuleSaysWhatIsNearest() {
    assertThatThrownBy(() -> LintSettings.rules(List.of("copy-without-link")))
        .isInstanceOfSatisfying(
            UserError.class,
            e -> assertThat(e.remedy()).isEqualTo("Did you mean copy-from-without-link?"));
  }

  @Test
  void bytesThatNoFixTouchesStay() throws IOException {
    byte[] bytes =
        ("\ufeff# syntax=docker/dockerfile:1\r\nFROM debian:12 AS b\r\n# Gr\u00fc\u00dfe \u2014\r\n"
                + "FROM debian:12\nCOPY --from=b /opt/a /opt/a\r\n# ?\nUSER 1000")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
    }
    Path file = Files.write(dir.resolve("Dockerfile"), bytes);
    fix("ADR0804");
    byte[] fixed = Files.readAllBytes(file);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(new String(fixed, StandardCharsets.ISO_8859_1))
        .isEqualTo(latin.replace("COPY", "COPY --link"));
  }

  @Test
  void aLinkStaysOneAndItsTargetIsFixedOnceWithItsPermissions() throws IOException {
    Path real = Files.createDirectories(dir.resolve("docker")).resolve("Dockerfile");
    Files.writeString(real, OLD);
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-x---"));
    Path link = Files.createSymbolicLink(dir.resolve("Dockerfile"), Path.of("docker/Dockerfile"));
    fix("ADR0804");
    assertThat(link).isSymbolicLink();
    assertThat(real).content().isEqualTo(OLD.replace("COPY", "COPY --link"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rwxr-x---");
    assertThat(dir.resolve("docker")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void whatCannotBeWrittenIsToldAndTheOthersAreFixed() throws IOException {
    Path locked = write("Dockerfile", OLD);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r--r--r--"));
    write("other.Dockerfile", OLD);
    Files.createSymbolicLink(dir.resolve("gone.Dockerfile"), Path.of("nowhere"));
    assertThatThrownBy(() -> fix("ADR0804"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 of the files");
    assertThat(read("Dockerfile")).isEqualTo(OLD);
    assertThat(read("other.Dockerfile")).contains("COPY --link");
    assertThat(console.errors)
        .contains("Dockerfile was left as it is: it is read-only")
        .anyMatch(line -> line.contains("gone.Dockerfile cannot be read: no such file"));
  }

  @Test
  void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
    Path file = write("Dockerfile", OLD);
    byte[] read = Files.readAllBytes(file);
    write("Dockerfile", OLD + "# more\n");
    assertThat(AtomicFile.replace(file, Optional.of(read), Arrays.copyOf(read, 3)))
        .contains("it has been changed meanwhile");
    assertThat(read("Dockerfile")).endsWith("# more\n");
  }

  @Test
  void theIgnoreFileIsWrittenAndKeepsWhatAllDockerfilesCopy() throws IOException {
    Files.delete(dir.resolve(".dockerignore"));
    write("Dockerfile", "FROM debian:12\nCOPY README.md /\nUSER 1000\n");
    write("Dockerfile.two", "FROM debian:12\nCOPY docs.md /\nUSER 1000\n");
    fix(true, Severity.OFF);
    assertThat(dir.resolve(".dockerignore")).doesNotExist();
    assertThat(console.infos).contains("+**/.git");
    fix();
    assertThat(read(".dockerignore")).contains("\n!README.md\n", "\n!docs.md\n");
    assertThat(console.infos).contains("    1  ADR1001 dockerignore-missing");
  }
}
