package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextFilesTest {
  @TempDir Path directory;
  private ContextFiles files;

  @BeforeEach
  void tree() throws IOException {
    Path context = Files.createDirectories(directory.resolve("context"));
    Files.createDirectory(context.resolve("deps"));
    Files.writeString(context.resolve("deps/a.txt"), "flask");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(context.resolve("out.txt"), directory.resolve("secret.txt"));
    Files.createSymbolicLink(context.resolve("up"), directory);
    Files.createSymbolicLink(context.resolve("in.txt"), context.resolve("deps/a.txt"));
    files =
        new ContextFiles(
            context, path -> SourceFile.read(path, "context/" + context.relativize(path)).source());
  }

  @Test
  void readsWhatIsInTheContext() {
    Source source = files.read("deps/a.txt").orElseThrow();

    assertThat(source.text()).isEqualTo("flask");
    assertThat(source.name()).isEqualTo("context/deps/a.txt");
    assertThat(files.read("in.txt")).isPresent();
    assertThat(files.read("deps/a.txt").orElseThrow()).isSameAs(source);
  }

  @Test
  void nothingOutsideIsRead() {
    assertThat(files.read("../secret.txt")).isEmpty();
    assertThat(files.read("out.txt")).isEmpty();
    assertThat(files.read("up/secret.txt")).isEmpty();
    assertThat(files.read(directory.resolve("secret.txt").toString())).isEmpty();
  }

  @Test
  void whatIsNoFileIsNotRead() throws IOException {
    Files.write(directory.resolve("context/large.txt"), new byte[(1 << 20) + 1]);

    assertThat(files.read("deps")).isEmpty();
    assertThat(files.read("none.txt")).isEmpty();
    assertThat(files.read("large.txt")).isEmpty();
    assertThat(files.read("\0")).isEmpty();
    assertThat(files.hasDirectory("deps")).isTrue();
    assertThat(files.hasDirectory("deps/a.txt")).isFalse();
  }
}
