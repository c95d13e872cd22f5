package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.image.Compression;
import io.daviestechlabs.dockeradr.image.ImageMaker;
import io.daviestechlabs.dockeradr.image.LayerMaker;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.ImageDemands;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
  private final CollectedConsole console = new CollectedConsole(false);

  @TempDir Path directory;

  private Path output;

  @BeforeEach
  void prepare() {
    output = directory.resolve("target/docker-adr");
  }

  @Test
  void anImageThatKeepsTheDecisionPasses() throws IOException {
    Path archive =
        ImageMaker.archive(
            ImageMaker.layout(Map.of("app:1", good())),
            directory.resolve("app.tar"),
            Compression.NONE);
    verify(List.of(ImagePlace.archive(archive, Optional.empty(), List.of())));
    assertThat(console.errors).isEmpty();
    assertThat(console.warnings).isEmpty();
    assertThat(console.infos).first().isEqualTo("verified app:1 (linux/amd64) from app.tar");
    assertThat(console.infos)
        .contains("  layers   2, 1 of them of the base image")
        .contains("  wasted   0 B that later layers hide, efficiency 100.0 %")
        .last()
        .isEqualTo("nothing to report in 1 image");
    assertThat(Files.readString(output.resolve("image.txt")))
        .contains("user      1000:1000\n", "base  ADD rootfs.tar /", "COPY app /app");
  }

  @Test
  void allIsSaidAndWrittenBeforeItFails() throws IOException {
    ImageMaker bad =
        new ImageMaker()
            .variable("API_TOKEN=s3cr3t-of-mine")
            .layer(
                "RUN |1 NPM_TOKEN=s3cr3t-of-mine /bin/sh -c npm ci # buildkit",
                new LayerMaker().text("root/.npmrc", "//x/:_authToken=s3cr3t-of-mine"));
    Path archive =
        ImageMaker.archive(
            ImageMaker.saved(Map.of("app:1", bad)), directory.resolve("app.tar"), Compression.GZIP);
    assertThatThrownBy(
            () -> verify(List.of(ImagePlace.archive(archive, Optional.empty(), List.of()))))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("6 errors in 1 image\n");
    String said = String.join("\n", console.errors);
    assertThat(said)
        .contains("IMAGE0401", "IMAGE0501", "IMAGE0601", "IMAGE0607", "IMAGE0608", "IMAGE0609")
        .contains("--> target/docker-adr/image.txt:")
        .doesNotContain("s3cr3t-of-mine");
    for (String file :
        List.of("image.txt", "verify.json", "verify.sarif", "verify-checkstyle.xml")) {
      assertThat(Files.readString(output.resolve(file))).as(file).doesNotContain("s3cr3t-of-mine");
    }
    assertThat(Files.readString(output.resolve("verify.sarif")))
        .contains("\"uri\": \"target/docker-adr/image.txt\"", "IMAGE0609")
        .doesNotContain("\"id\": \"ADR0101\"");
  }

  @Test
  void allPlatformsAreVerifiedEachWithAnOutlineOfItsOwn() throws IOException {
    Map<String, byte[]> files =
        ImageMaker.layout("app:1", List.of(good(), good().architecture("arm64")));
    Path layout = ImageMaker.directory(files, directory.resolve("layout"));
    verify(List.of(ImagePlace.archive(layout, Optional.empty(), List.of("all"))));
    assertThat(output.resolve("image-linux-amd64.txt")).exists();
    assertThat(output.resolve("image-linux-arm64.txt")).content().contains("linux/arm64");
    assertThat(console.infos).last().isEqualTo("nothing to report in 2 images");
  }

  @Test
  void findsWhatBuildsHaveRecorded() throws IOException {
    assertThat(ImagePlace.built(output, List.of())).isEmpty();
    write("image.json", "\"reference\":\"r:5000/a@%s\",\"imagePushed\":true");
    write(
        "one/image.json",
        "\"names\":[\"a:1\"],\"imageLoaded\":true,\"platforms\":[\"linux/arm64\"]");
    write("two/image.json", "\"files\":[\"/x/a.tar\"]");
    List<ImagePlace> places = ImagePlace.built(output, List.of());
    assertThat(places)
        .extracting(ImagePlace::kind)
        .containsExactly(ImagePlace.Kind.REGISTRY, ImagePlace.Kind.DAEMON, ImagePlace.Kind.ARCHIVE);
    assertThat(places).extracting(ImagePlace::id).containsExactly("", "one", "two");
    assertThat(places.get(1).platforms()).containsExactly("linux/arm64");
    assertThat(ImagePlace.built(output, List.of("all")).get(1).platforms()).containsExactly("all");
    write("two/image.json", "\"names\":[\"a:1\"]");
    assertThatThrownBy(() -> ImagePlace.built(output, List.of()))
        .hasMessageContaining("is neither in a registry nor in the engine nor in a file");
    write("two/image.json", "\"names\":[");
    assertThatThrownBy(() -> ImagePlace.built(output, List.of()))
        .hasMessageContaining("image.json is no JSON");
  }

  @Test
  void anotherImageThanTheOneThatWasBuiltIsAnError() throws IOException {
    Path archive =
        ImageMaker.archive(
            ImageMaker.saved(Map.of("app:1", good())),
            directory.resolve("app.tar"),
            Compression.NONE);
    ImagePlace.Record record = new ImagePlace.Record("", List.of("sha256:" + "0".repeat(64)));
    ImagePlace place =
        new ImagePlace(
            ImagePlace.Kind.ARCHIVE, Optional.empty(), archive, Optional.of(record), List.of());
    assertThatThrownBy(() -> verify(List.of(place)))
        .hasMessageStartingWith("app:1 is no longer the image that was built");
  }

  private void write(String file, String fields) throws IOException {
    Path path = output.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "{" + fields.formatted("sha256:" + "a".repeat(64)) + "}");
  }

  private static ImageMaker good() {
    ImageMaker image = new ImageMaker().user("1000:1000").health("CMD", "/app/ok").port("8080/tcp");
    Options.adr().requiredLabels().forEach(key -> image.label(key, value(key)));
    return image
        .layer("ADD rootfs.tar /", new LayerMaker().file("usr/bin/passwd", 10, 04755, 0))
        .step("CMD [\"bash\"]")
        .layer("COPY app /app", new LayerMaker().file("app/app.jar", 1000));
  }

  private static String value(String key) {
    return key.endsWith("source")
        ? "https://example.com/app"
        : key.endsWith("licenses") ? "MIT" : "text";
  }

  private void verify(List<ImagePlace> places) {
    new Verify(
            places,
            ImageDemands.USUAL,
            Options.adr().withFamilies(Set.of(Family.IMAGE)),
            EnumSet.allOf(Format.class),
            Severity.ERROR,
            output,
            directory,
            new ImageAccess(
                (command, listener) -> {
                  throw new IOException("nothing is to be started");
                },
                Map.of(),
                List.of(),
                Preflight::of,
                true),
            console)
        .run();
  }
}
