package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinFrontendTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "# syntax=a\\nFROM x\\n, #\\nFROM x\\n",
    "# syntax=a\\r\\nFROM x\\r\\n, #\\r\\nFROM x\\r\\n",
    "# syntax=a\\n# escape=`\\n# check=skip=all\\nFROM x, # escape=`\\n# check=skip=all\\n#\\nFROM x",
    "# escape=`\\n#SYNTAX = a\\nFROM x, # escape=`\\n#\\nFROM x",
    "# syntax=a\\n# comment\\n# escape=`\\nFROM x, #\\n# comment\\n# escape=`\\nFROM x",
  })
  void theLineGoesAndTheOthersStay(String file, String expected) {
    assertThat(neutralised(file.translateEscapes())).contains(expected.translateEscapes());
  }

  @ParameterizedTest
  @CsvSource({"FROM x", "# comment\\n# syntax=a\\nFROM x", "''"})
  void aFileThatDeclaresNothingIsLeftAlone(String file) {
    assertThat(neutralised(file.translateEscapes())).isEmpty();
  }

  @Test
  void theCopyHasItsIgnoreFileBesideIt() throws IOException {
    Path context = Files.createDirectories(directory.resolve("context"));
    Path scratch = Files.createDirectories(directory.resolve("scratch"));
    Path file = Files.writeString(context.resolve("App.dockerfile"), "# syntax=a\nFROM x\n");
    Files.writeString(context.resolve(".dockerignore"), "context");
    BuildRequest request = BuildRequest.of(ImageName.parse("a"), context, file);
    BuildRequest copied = BuiltinFrontend.prepare(request, scratch);
    assertThat(copied.dockerfile())
        .hasParent(scratch)
        .hasFileName("App.dockerfile")
        .hasContent("#\nFROM x");
    assertThat(scratch.resolve("App.dockerfile.dockerignore")).hasContent("context");
    Files.writeString(context.resolve("App.dockerfile.dockerignore"), "own");
    assertThat(IgnoreFile.inForce(context, Optional.of(file)).orElseThrow()).hasContent("own");
  }

  @Test
  void withoutADeclarationTheFileItselfIsUsed() throws IOException {
    Path file = Files.writeString(directory.resolve("Dockerfile"), "FROM x\n");
    BuildRequest request = BuildRequest.of(ImageName.parse("a"), directory, file);
    assertThat(BuiltinFrontend.prepare(request, directory)).isSameAs(request);
  }

  @Test
  void aMissingFileIsNamed() {
    BuildRequest request =
        BuildRequest.of(ImageName.parse("a"), directory, directory.resolve("no"));
    assertThatThrownBy(() -> BuiltinFrontend.prepare(request, directory))
        .isInstanceOf(UserError.class);
  }

  private static Optional<String> neutralised(String text) {
    return BuiltinFrontend.neutralised(Source.of("Dockerfile", text));
  }
}
