package io.daviestechlabs.dockeradr.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissTest {
  private static final String FILE =
      """
      FROM python:3 AS build
      ARG VERSION=1
      ENV HOME=/root
      WORKDIR /work
      COPY src src
      RUN make
      FROM build
      LABEL a=1
      RUN install
      """;
  private static final List<String> NAMES =
      List.of(
          "[build 1/4] FROM docker.io/library/python:3@sha256:" + "1".repeat(64),
          "[build 2/4] WORKDIR /work",
          "[build 3/4] COPY src src",
          "[build 4/4] RUN make",
          "[stage-1 1/1] RUN install");

  @TempDir Path context;

  private Map<String, String> environment = Map.of();
  private Map<String, String> given = Map.of();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(context.resolve("src"));
    Files.writeString(context.resolve("src/a.c"), "one");
    Files.writeString(context.resolve("src/b.c"), "two");
    Files.writeString(context.resolve("other"), "three");
  }

  /** What stands in the place of a line, and the first step that is not cached then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          RUN make            | RUN make all           | 3 | 6 | line 6 changed: RUN make all
          RUN make            | RUN true\\nRUN make    | 3 | 7 | line 6 is new: RUN true
          WORKDIR /work\\n    |                        | 2 | 4 | a line was removed: WORKDIR /work
          ENV HOME=/root      | ENV HOME=/home/x       | 3 | 6 | line 3 changed: ENV HOME=/home/x
          ARG VERSION=1       | ARG VERSION=2          | 4 | 9 | line 2 changed: ARG VERSION=2
          LABEL a=1           | LABEL a=2              | 4 | 9 | it is not in the cache (pruned, or first build here)
          AS build            | AS build\\nUSER 7      | 3 | 7 | line 2 is new: USER 7
          """)
  void aChangedLineIsNamed(String was, String is, int miss, int line, String why) {
    BuildRecord before = record(FILE, NAMES);
    String edited = FILE.replace(text(was), text(is == null ? "" : is));
    Miss found = missed(before, edited, NAMES, miss).get(0);
    if (found.line() > 0) {
      assertThat(found.line()).isEqualTo(line);
    }
    assertThat(found.why()).isEqualTo(why);
  }

  private static String text(String escaped) {
    return escaped.replace("\\n", "\n").replace("\\\\", "\\");
  }

  @Test
  void aStageWithoutANameIsNotNamed() {
    List<String> names = List.of(NAMES.get(0).replace("build 1/4", "1/2"), "[2/2] RUN make");
    assertThat(why(record(FILE, NAMES), "FROM python:3\nRUN make\n", names, 1))
        .isEqualTo("the last build had several stages");
  }

  @Test
  void nothingIsSaidWhereAllIsCached() {
    assertThat(missed(record(FILE, NAMES), FILE, NAMES, 9)).isEmpty();
  }

  @Test
  void onlyTheFirstOneCounts() {
    assertThat(missed(record(FILE, NAMES), FILE, NAMES, 2))
        .extracting(Miss::text)
        .containsExactly("COPY src src");
  }

  @Test
  void aChangedFileIsNamedAndOthersAreCounted() throws IOException {
    BuildRecord before = record(FILE, NAMES);
    Files.writeString(context.resolve("other"), "changed");
    assertThat(why(before, FILE, NAMES, 2)).startsWith("it is not in the cache");
    Files.writeString(context.resolve("src/b.c"), "Two");
    assertThat(why(before, FILE, NAMES, 2)).isEqualTo("src/b.c changed");
    Files.writeString(context.resolve("src/c.c"), "new");
    Files.delete(context.resolve("src/a.c"));
    assertThat(why(before, FILE, NAMES, 2)).isEqualTo("src/b.c changed, and 2 more");
    Files.writeString(context.resolve("src/b.c"), "two");
    assertThat(why(before, FILE, NAMES, 2)).isEqualTo("src/c.c is new, and 1 file more");
  }

  @Test
  void aFileThatWasOnlyTouchedDidNotChange() throws IOException {
    BuildRecord before = record(FILE, NAMES);
    Files.setLastModifiedTime(
        context.resolve("src/a.c"), java.nio.file.attribute.FileTime.fromMillis(1000));
    assertThat(why(before, FILE, NAMES, 2)).startsWith("it is not in the cache");
  }

  @Test
  void aBaseThatMovedIsNamed() {
    BuildRecord before = record(FILE, NAMES);
    List<String> moved = new ArrayList<>(NAMES);
    moved.set(0, moved.get(0).replace("1111", "2222"));
    assertThat(why(before, FILE, moved, 4))
        .isEqualTo(
            "base docker.io/library/python:3 moved from sha256:111111111111… to"
                + " sha256:222222222222…");
    moved.set(0, moved.get(0).replace("python:3@", "python:4@"));
    assertThat(why(before, FILE, moved, 1))
        .isEqualTo("base is docker.io/library/python:4, and was docker.io/library/python:3");
  }

  @Test
  void anArgumentIsNamedAndItsValueIsNot() {
    given = Map.of("VERSION", "hunter1");
    BuildRecord before = record(FILE, NAMES);
    given = Map.of("VERSION", "hunter2");
    assertThat(why(before, FILE, NAMES, 3)).isEqualTo("ARG VERSION has another value");
    assertThat(why(before, FILE, NAMES, 2)).startsWith("it is not in the cache");
    assertThat(before.json()).contains("VERSION").doesNotContain("hunter1");
  }

  @Test
  void whatIsKnownOfTheLastBuildIsSaid() {
    assertThat(Miss.of(steps(NAMES, 1, false), record(FILE, NAMES), Optional.empty(), "", false))
        .extracting(Miss::why)
        .containsExactly("no earlier build is known here");
    BuildRecord failed = notes(FILE).record(steps(NAMES.subList(0, 4), 3, true));
    assertThat(why(failed, FILE, NAMES, 3)).isEqualTo("it failed last time");
    assertThat(why(failed, FILE, NAMES, 4)).isEqualTo("the last build did not come this far");
    BuildRecord before = record(FILE, NAMES);
    environment = Map.of("DOCKER_HOST", "tcp://other:2376");
    assertThat(why(before, FILE, NAMES, 3)).contains("the last build used another one");
    assertThat(Miss.of(steps(NAMES, 3, false), before, Optional.of(before), "", true))
        .extracting(Miss::why)
        .containsExactly("the cache was switched off");
  }

  @Test
  void platformsAreToldApart() {
    List<String> names =
        NAMES.stream().map(name -> name.replace("[", "[api linux/amd64 ")).toList();
    BuildRecord before = notes(FILE, "api").record(steps(names, 9, false));
    List<String> other = names.stream().map(name -> name.replace("amd64", "arm64")).toList();
    Notes now = notes(FILE, "api");
    assertThat(Miss.of(steps(other, 1, false), now.now(), Optional.of(before), "api", false))
        .extracting(Miss::why)
        .containsExactly("the last build was not for linux/arm64");
  }

  @Test
  void stepsOfTheBaseImageAreNotTakenForThoseOfTheFile() {
    List<String> names = new ArrayList<>(NAMES);
    names.set(1, "[build 2/5] COPY hello /");
    names.set(2, "[build 3/5] WORKDIR /work");
    List<Miss> missed = missed(record(FILE, NAMES), FILE, names, 1);
    assertThat(missed.get(0).line()).isZero();
    assertThat(missed(record(FILE, NAMES), FILE, names, 2).get(0).line()).isEqualTo(4);
  }

  @Test
  void aRecordIsReadAsItWasWritten() throws IOException {
    given = Map.of("VERSION", "3");
    BuildRecord record = record(FILE, NAMES);
    Path file = context.resolve("record.json");
    Files.writeString(file, record.json());
    assertThat(BuildRecord.read(file).orElseThrow().json()).isEqualTo(record.json());
    Files.writeString(file, "{\"format\":0}");
    assertThat(BuildRecord.read(file)).isEmpty();
    Files.writeString(file, "[");
    assertThat(BuildRecord.read(file)).isEmpty();
    assertThat(BuildRecord.read(context)).isEmpty();
  }

  @Test
  void ofVeryManyFilesOnlyTheirDirectoriesAreKept() throws IOException {
    for (int i = 0; i <= ContextListing.MOST_FILES; i++) {
      Files.createFile(context.resolve("src/f" + i));
    }
    BuildRecord before = record(FILE, NAMES);
    assertThat(before.files().files()).containsOnlyKeys("src/");
    Files.writeString(context.resolve("src/f7"), "more");
    assertThat(why(before, FILE, NAMES, 2)).isEqualTo("src/ changed");
  }

  @Test
  void tenThousandStepsInARowAreNoTrouble() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      names.add("[build " + i + "/10000] RUN " + i);
    }
    assertThat(Miss.first(steps(names, 0, false))).hasSize(1);
  }

  private String why(BuildRecord before, String file, List<String> names, int firstMiss) {
    return missed(before, file, names, firstMiss).get(0).why();
  }

  private List<Miss> missed(BuildRecord before, String file, List<String> names, int firstMiss) {
    return new Notes(notes(file).now(), Optional.of(before), "", false)
        .misses(steps(names, firstMiss, false));
  }

  private BuildRecord record(String file, List<String> names) {
    return notes(file).record(steps(names, 99, false));
  }

  private Notes notes(String file) {
    return notes(file, "");
  }

  private Notes notes(String file, String id) {
    BuildRequest request =
        BuildRequest.of(ImageName.parse("app"), context, context.resolve("Dockerfile"))
            .withInputs(new Inputs(given, Map.of(), List.of(), List.of()))
            .withEngine(Engine.USUAL);
    return Notes.take(
        request,
        Dockerfile.parse(Source.of("Dockerfile", file)),
        IgnoreFile.of(List.of()),
        environment,
        Optional.empty(),
        id);
  }

  /** A chain in which all from some step on is not cached. */
  private static List<Step> steps(List<String> names, int firstMiss, boolean fails) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean last = fails && i == names.size() - 1;
      steps.add(
          new Step(
              i + 1,
              names.get(i),
              Optional.of(Instant.EPOCH),
              Optional.of(Instant.EPOCH.plusSeconds(1)),
              i < firstMiss,
              last ? Optional.of("exit code: 1") : Optional.empty(),
              List.of(),
              "",
              0,
              i == 0 ? List.of() : List.of(i)));
    }
    return steps;
  }
}
