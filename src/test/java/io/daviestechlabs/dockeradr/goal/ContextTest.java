package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextTest {
  @TempDir Path directory;
  private final CollectedConsole console = new CollectedConsole(false);

  @BeforeEach
  void tree() throws IOException {
    file("src/main/resources/model/weights.bin", 300_000);
    file("src/App.java", 1_000);
    file("target/classes/model/weights.bin", 300_000);
    file("node_modules/x/index.js", 50_000);
    file("README.md", 10);
    file("notes.md", 20);
    file(".env", 5);
    Files.writeString(
        directory.resolve(".dockerignore"), "node_modules\n*.md\n!README.md\n*.pyc\n");
  }

  @Test
  void showsWhatIsSentAndWhatStaysOut() {
    run(Optional.empty(), Optional.empty());

    assertThat(said())
        .contains(
            "context .",
            "sent     6 files, 601 kB",
            "ignored  2 files, 50.0 kB  (.dockerignore)",
            "  50.0 kB  1 file  .dockerignore:1  node_modules",
            "     20 B  1 file  .dockerignore:2  *.md",
            "1 pattern keeps nothing out here  *.pyc",
            "'.env' is sent: it may hold environment variables",
            "300 kB are sent twice, from the source and from target/:",
            "  'src/main/resources/model/weights.bin' and 'target/classes/model/weights.bin'");
  }

  @Test
  void drawsTheHeaviestAsATree() {
    run(Optional.empty(), Optional.empty());

    assertThat(said())
        .containsSequence(
            "the heaviest of what is sent",
            "   301 kB  ██████████··········  ├─ src/",
            "   300 kB  ██████████··········  │  ├─ main/resources/model/weights.bin",
            "   1.0 kB  ····················  │  └─ App.java",
            "   300 kB  ██████████··········  ├─ target/classes/model/weights.bin");
  }

  @Test
  void explainsAPath() {
    run(Optional.of("README.md"), Optional.empty());
    assertThat(said())
        .containsExactly(
            "'README.md' is sent",
            "  .dockerignore:2  *.md  excludes it",
            "  .dockerignore:3  !README.md  brings it back  <- decides");
  }

  @Test
  void explainsAPathThatIsNotThere() {
    run(Optional.of(directory.resolve("node_modules/y").toString()), Optional.empty());
    assertThat(said())
        .containsExactly(
            "'node_modules/y' is ignored, if it were there: there is no such file",
            "  .dockerignore:1  node_modules  excludes it  <- decides");
  }

  @Test
  void explainsNothingOutsideOfTheContext() {
    assertThatThrownBy(() -> run(Optional.of("../x"), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not below the context");
  }

  @Test
  void theDockerfilesOwnIgnoreFileComesFirst() throws IOException {
    Files.writeString(directory.resolve("Dockerfile.dockerignore"), "*\n");
    new Context(
            directory,
            Optional.of(directory.resolve("Dockerfile")),
            directory,
            Optional.empty(),
            Optional.empty(),
            console)
        .run();
    assertThat(said()).contains("sent     0 files, 0 B");
  }

  @Test
  void thePageStandsAlone() throws IOException {
    file("src/<b>&.bin", 200_000);
    Path page = directory.resolve("out/context.html");
    run(Optional.empty(), Optional.of(page));

    String html = Files.readString(page);
    assertThat(html)
        .contains("<svg", "src/main/resources/model/weights.bin", "src/&lt;b&gt;&amp;.bin")
        .doesNotContain("<script", "http://", "https://", "<b>&.bin");
  }

  private List<String> said() {
    return Stream.concat(console.infos.stream(), console.warnings.stream()).toList();
  }

  private void run(Optional<String> path, Optional<Path> page) {
    new Context(directory, Optional.empty(), directory, path, page, console).run();
  }

  private void file(String path, int size) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    byte[] bytes = new byte[size];
    bytes[0] = (byte) size;
    Files.write(file, bytes);
  }
}
