package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.daviestechlabs.dockeradr.ignore.ContextWalk.Summary;
import io.daviestechlabs.dockeradr.ignore.ContextWalk.Unreadable;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextWalkTest {
  @TempDir private Path context;
  private final List<String> sent = new ArrayList<>();

  private Summary walk(String patterns) {
    sent.clear();
    IgnoreFile file = IgnoreFile.parse(Source.of(".dockerignore", patterns));
    return ContextWalk.walk(context, file, (path, size) -> sent.add(path + " " + size));
  }

  private void write(String path, String content) throws IOException {
    Path file = context.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void lists_files_in_order_with_their_sizes() throws IOException {
    write("b/c", "12");
    write("b.txt", "1");
    write("a/z/y", "");
    Files.createDirectories(context.resolve("empty"));
    Summary summary = walk("");
    assertThat(sent).containsExactly("a/z/y 0", "b/c 2", "b.txt 1");
    assertThat(summary).isEqualTo(new Summary(3, 3, 5, List.of()));
  }

  @Test
  void does_not_open_what_no_exception_can_bring_back() throws IOException {
    write("node_modules/a/b/c", "x");
    write("target/classes/A.class", "x");
    write("target/app.jar", "1234");
    write("src/a", "x");
    Summary summary = walk("node_modules\ntarget\n!target/*.jar\n");
    assertThat(sent).containsExactly("src/a 1", "target/app.jar 4");
    assertThat(summary.opened()).as("root, src, target").isEqualTo(3);
  }

  @Test
  void links_are_files() throws IOException {
    write("a/b", "x");
    Files.createSymbolicLink(context.resolve("loop"), context);
    Files.createSymbolicLink(context.resolve("dangling"), Path.of("nowhere"));
    walk("");
    assertThat(sent)
        .extracting(line -> line.split(" ")[0])
        .containsExactly("a/b", "dangling", "loop");
  }

  @Test
  void a_context_that_cannot_be_read_is_named() throws IOException {
    write("file", "x");
    IgnoreFile file = IgnoreFile.of(List.of());
    assertThat(ContextWalk.walk(context.resolve("none"), file, (path, size) -> {}).unreadable())
        .containsExactly(new Unreadable("", "no such directory"));
    assertThat(ContextWalk.walk(context.resolve("file"), file, (path, size) -> {}).unreadable())
        .containsExactly(new Unreadable("", "not a directory"));
  }

  @Test
  void a_directory_that_may_not_be_read_is_named_unless_it_is_ignored() throws IOException {
    write("a/b/c", "x");
    Path closed = context.resolve("a/b");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "root may read everything");
      assertThat(walk("").unreadable()).containsExactly(new Unreadable("a/b", "permission denied"));
      assertThat(walk("a/b\n!**/x").unreadable()).isEmpty();
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void names_of_any_bytes_are_walked_through() throws Exception {
    String script =
        "cd \"$0\" && mkdir \"$(printf 'x\\377y')\" && cd x*y && echo > \"$(printf 'a\\nb')\"";
    Process process = new ProcessBuilder("sh", "-c", script, context.toString()).start();
    assertThat(process.waitFor()).isZero();
    assertThat(walk("").files()).isEqualTo(1);
    assertThat(sent.get(0)).endsWith("/a\nb 1");
    assertThat(walk("**/a*").files()).isZero();
  }

  @Test
  void many_directories_are_read_ahead_in_order() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 100; i < 400; i++) {
      write("d" + i % 20 + "/e" + i + "/f", "x");
    }
    walk("");
    expected.addAll(sent);
    expected.sort(null);
    assertThat(sent).hasSize(300).isEqualTo(expected);
  }
}
