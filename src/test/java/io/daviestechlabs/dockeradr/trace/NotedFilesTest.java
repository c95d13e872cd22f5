package io.daviestechlabs.dockeradr.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotedFilesTest {
  private static final long AGE = 60_000;

  @TempDir Path context;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(context.resolve("src/deep"));
    Files.writeString(context.resolve("src/a"), "a");
    Files.writeString(context.resolve("src/deep/b"), "b");
    Files.writeString(context.resolve("other"), "o");
    Files.createSymbolicLink(context.resolve("src/deep/link"), Path.of("b"));
  }

  @Test
  void onlyWhatIsCopiedIsNotedAndItsDirectoriesAre() {
    assertThat(noted("src").notes())
        .containsOnlyKeys("src", "src/a", "src/deep", "src/deep/b", "src/deep/link");
    assertThat(noted("src/deep/b").notes()).containsOnlyKeys("src", "src/deep", "src/deep/b");
    assertThat(noted().notes()).isEmpty();
    IgnoreFile ignore = IgnoreFile.of(List.of("src/deep"));
    assertThat(NotedFiles.of(context, ignore, List.of("."), List.of()).notes())
        .containsOnlyKeys("src", "src/a", "other");
  }

  @Test
  void nothingIsReadAgainThatKeptItsStamp() {
    NotedFiles before = forged(later(read("src"), AGE));
    assertThat(before.isFresh()).isFalse();
    assertThat(noted("src").read(context, before).change(before)).isEmpty();
  }

  @Test
  void whatWasWrittenJustBeforeItWasNotedIsReadAgain() {
    NotedFiles before = forged(read("src"));
    assertThat(before.isFresh()).isTrue();
    assertThat(noted("src").read(context, before).change(before)).contains("src/a has changed");
  }

  @Test
  void aTimeAloneIsNoChange() throws IOException {
    NotedFiles before = later(read("src"), AGE);
    Files.delete(context.resolve("src/a"));
    Files.writeString(context.resolve("src/a"), "a");
    NotedFiles now = noted("src");
    assertThat(now.touched(before)).contains("src/a");
    assertThat(now.read(context, before).change(before)).isEmpty();
  }

  @Test
  void theSameLengthAndTimeHideNothing() throws IOException {
    NotedFiles before = later(read("src"), AGE);
    Path file = context.resolve("src/a");
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, "z");
    Files.setLastModifiedTime(file, time);
    assertThat(noted("src").read(context, before).change(before)).contains("src/a has changed");
  }

  @Test
  void aLinkIsWhereItLeadsAndADirectoryWhatIsInIt() throws IOException {
    NotedFiles before = read("src");
    Files.delete(context.resolve("src/deep/link"));
    Files.createSymbolicLink(context.resolve("src/deep/link"), Path.of("c"));
    assertThat(read("src").change(before)).contains("src/deep/link has changed");
    before = read("src");
    Files.createDirectory(context.resolve("src/empty"));
    assertThat(read("src").change(before)).contains("src/empty is new");
    assertThat(before.change(read("src"))).contains("src/empty is gone");
  }

  @Test
  void whereALinkLeadsNobodyFollows() throws IOException {
    Files.createSymbolicLink(context.resolve("way"), Path.of("src"));
    assertThat(noted("way/a").problem()).isEqualTo("'way/a' leads over a link");
    assertThat(noted("/src/deep/link").problem()).contains("leads over a link");
    assertThat(noted("*/a").problem()).isEqualTo("a pattern may lead over the link way");
    assertThat(noted("src/a").problem()).isEmpty();
    assertThat(noted("src/*").problem()).isEqualTo("a pattern may lead over the link way");
    assertThat(noted(".").problem()).isEmpty();
  }

  @Test
  void otherFilesAndDirectoriesAreNotedAsAWhole() throws IOException {
    Path link = Files.createSymbolicLink(context.resolve("Dockerfile"), Path.of("other"));
    NotedFiles files =
        NotedFiles.of(
            context, IgnoreFile.of(List.of()), List.of(), List.of(link, context.resolve("src")));
    assertThat(files.notes()).containsKeys(link.toString(), context.resolve("src/a").toString());
    NotedFiles before = files.read(context, NotedFiles.NONE);
    Files.writeString(context.resolve("other"), "changed");
    assertThat(
            NotedFiles.whole(List.of(link, context.resolve("src")))
                .read(context, before)
                .change(before))
        .contains(context.resolve("other").toRealPath() + " has changed");
  }

  @Test
  void aRecordIsReadAsItWasWritten() throws IOException {
    LastBuild build =
        new LastBuild(
            Map.of("tag a", "1"),
            read("src"),
            Map.of("base:1", "sha256:1"),
            "docker",
            List.of("10.0.0.0/8"),
            "sha256:2",
            "",
            Map.of("image.json", "{}\n"),
            NotedFiles.NONE);
    Path file = Files.writeString(context.resolve("record"), build.json());
    assertThat(LastBuild.read(file)).contains(build);
    assertThat(build.change(Map.of("tag a", "1"))).isEmpty();
    assertThat(build.change(Map.of("tag a", "2"))).contains("tag a has another value");
    assertThat(build.change(Map.of("tag a", "1", "tag b", ""))).contains("tag b is new");
    assertThat(build.change(Map.of())).contains("tag a is gone");
    Files.writeString(file, "{");
    assertThat(LastBuild.read(file)).isEmpty();
    Files.writeString(file, "{\"format\":0}");
    assertThat(LastBuild.read(file)).isEmpty();
    assertThat(LastBuild.read(context.resolve("none"))).isEqualTo(Optional.empty());
  }

  private NotedFiles noted(String... sources) {
    return NotedFiles.of(context, IgnoreFile.of(List.of()), List.of(sources), List.of());
  }

  private NotedFiles read(String... sources) {
    return noted(sources).read(context, NotedFiles.NONE);
  }

  /** Says that a file has other contents, which shows whether it is read again. */
  private static NotedFiles forged(NotedFiles files) {
    Map<String, NotedFiles.Note> notes = new TreeMap<>(files.notes());
    notes.computeIfPresent("src/a", (path, note) -> note.withSum("forged"));
    return new NotedFiles(files.taken(), notes, "");
  }

  private static NotedFiles later(NotedFiles files, long age) {
    return new NotedFiles(files.taken() + age, files.notes(), "");
  }
}
