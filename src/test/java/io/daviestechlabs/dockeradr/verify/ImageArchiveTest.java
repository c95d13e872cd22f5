package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.image.Compression;
import io.daviestechlabs.dockeradr.image.Contents;
import io.daviestechlabs.dockeradr.image.ImageMaker;
import io.daviestechlabs.dockeradr.image.ImageScan;
import io.daviestechlabs.dockeradr.image.LayerMaker;
import io.daviestechlabs.dockeradr.image.StoredImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageArchiveTest {
  @TempDir Path folder;

  @Test
  void readsALayoutInADirectory() throws Exception {
    Path layout = ImageMaker.directory(ImageMaker.layout(Map.of("1.0", app())), folder);
    assertThat(read(layout, "", List.of())).satisfies(ImageArchiveTest::isApp);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void readsALayoutInAnArchive(Compression compression) throws Exception {
    Path file = folder.resolve("image.tar");
    ImageMaker.archive(ImageMaker.layout(Map.of("1.0", app())), file, compression);
    assertThat(read(file, "", List.of())).satisfies(ImageArchiveTest::isApp);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void readsWhatDockerSaves(Compression compression) throws Exception {
    Path file = folder.resolve("image.tar");
    ImageMaker.archive(ImageMaker.saved(Map.of("app:1.0", app())), file, compression);
    StoredImage image = readAndClose(file, "app:1.0", List.of());
    assertThat(image.form()).isEqualTo(StoredImage.Form.SAVED);
    assertThat(image.name()).isEqualTo("app:1.0");
  }

  @Test
  void saysWhatTheImageIsWithoutReadingItsLayers() throws Exception {
    Path layout = ImageMaker.directory(ImageMaker.layout("1.0", List.of(app(), app())), folder);
    ImageChoice any = new ImageChoice(Optional.empty(), List.of("all"));
    List<ImageFacts> facts = ImageArchive.facts(layout, "layout", any);
    assertThat(facts)
        .allSatisfy(
            image -> {
              assertThat(image.digest()).isPresent();
              assertThat(image.layers()).isNotEmpty().allMatch(layer -> layer.size() > 0);
              assertThat(image.layers()).allMatch(layer -> layer.compression().equals("gzip"));
            });
    String layer = facts.get(0).layers().get(0).digest();
    Files.delete(layout.resolve("blobs/" + layer.replace(':', '/')));
    assertThatThrownBy(() -> ImageArchive.facts(layout, "layout", any))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("layout cannot be read: it is not in the archive");
  }

  @Test
  void readsLayersThatAreLinksToOthers() throws Exception {
    Map<String, byte[]> files = ImageMaker.saved(Map.of("app:1.0", app()));
    LayerMaker tar = new LayerMaker();
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith("/layer.tar")) {
            tar.text("x/" + name, "");
            tar.add(new TarArchiveEntry("real/" + name, true), bytes);
            tar.link(name, "../real/" + name, true);
          } else {
            tar.add(new TarArchiveEntry(name, true), bytes);
          }
        });
    Path file = Files.write(folder.resolve("image.tar"), tar.bytes());
    assertThat(read(file, "", List.of())).satisfies(ImageArchiveTest::isApp);
  }

  @Test
  void choosesOneOfSeveralByItsName() throws Exception {
    Map<String, ImageMaker> both = new LinkedHashMap<>();
    both.put("app:1.0", app());
    both.put("registry.example.com/team/other:2", app().user("7"));
    for (Map<String, byte[]> files : List.of(ImageMaker.saved(both), ImageMaker.layout(both))) {
      Path file = folder.resolve("image.tar");
      ImageMaker.archive(files, file, Compression.NONE);
      assertThat(readAndClose(file, "registry.example.com/team/other:2", List.of()).config().user())
          .isEqualTo("7");
      assertThat(readAndClose(file, "docker.io/library/app:1.0", List.of()).config().user())
          .isEqualTo("1000");
      assertThatThrownBy(() -> read(file, "", List.of()))
          .hasMessage(
              "image.tar has 2 images\nChoose one with -Ddocker-adr.reference;"
                  + " it has app:1.0; registry.example.com/team/other:2.");
      assertThatThrownBy(() -> read(file, "app:3", List.of()))
          .hasMessageStartingWith("image.tar has no image app:3\n");
    }
  }

  @Test
  void readsOnePlatformOfSeveral() throws Exception {
    Map<String, byte[]> files =
        ImageMaker.layout("app:1", List.of(app().architecture("arm64").user("7"), app()));
    Path file = ImageMaker.archive(files, folder.resolve("image.tar"), Compression.NONE);
    assertThat(readAndClose(file, "", List.of()).config().user()).isEqualTo("1000");
    assertThat(readAndClose(file, "", List.of("linux/arm64/v8")).config().user()).isEqualTo("7");
    try (ImageArchive archive = ImageArchive.open(file, "image.tar")) {
      NamedImage image = archive.images().get(0);
      assertThat(new ImageChoice(Optional.empty(), List.of("all")).offers(image)).hasSize(2);
    }
    assertThatThrownBy(() -> read(file, "", List.of("linux/s390x")))
        .hasMessage(
            "app:1 is not there for linux/s390x\n"
                + "Choose with -Ddocker-adr.platforms from: linux/arm64, linux/amd64, all.");
  }

  @Test
  void saysWhatIsWrongWithAnArchive() throws Exception {
    assertThatThrownBy(() -> ImageArchive.open(folder.resolve("none.tar"), "none.tar"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no archive none.tar");
    assertError("plain text", "it is no tar archive, or a damaged one");
    assertError("", "it is no archive of an image");
    Path file = folder.resolve("image.tar");
    ImageMaker.archive(ImageMaker.saved(Map.of("app:1.0", app())), file, Compression.NONE);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 2000));
    assertThatThrownBy(() -> read(file, "", List.of()))
        .hasMessageContaining("ends in the middle of");
    ImageMaker.archive(ImageMaker.saved(Map.of("app:1.0", app())), file, Compression.GZIP);
    byte[] packed = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));
    assertThatThrownBy(() -> read(file, "", List.of()))
        .hasMessageContaining("image.tar cannot be read: ");
    Files.write(file, new LayerMaker().text("a", "b").bytes());
    assertThatThrownBy(() -> read(file, "", List.of()))
        .hasMessageContaining("it has neither index.json nor manifest.json");
  }

  @Test
  void namesInAnArchiveDoNotLeadOutOfIt() throws Exception {
    Files.write(folder.resolve("secret.json"), "{}".getBytes(StandardCharsets.UTF_8));
    Path layout = Files.createDirectory(folder.resolve("layout"));
    Files.writeString(
        layout.resolve("manifest.json"), "[{\"Config\":\"../secret.json\",\"Layers\":[]}]");
    assertThatThrownBy(() -> read(layout, "", List.of()))
        .hasMessageContaining("its configuration is missing");
    Files.createSymbolicLink(layout.resolve("link.json"), folder.resolve("secret.json"));
    Files.writeString(
        layout.resolve("manifest.json"), "[{\"Config\":\"link.json\",\"Layers\":[]}]");
    assertThatThrownBy(() -> read(layout, "", List.of()))
        .hasMessageContaining("its configuration is missing");
  }

  @Test
  void aLinkToItselfIsAnError() {
    LayerMaker tar = new LayerMaker().link("manifest.json", "manifest.json", true);
    assertThatThrownBy(
            () -> read(Files.write(folder.resolve("image.tar"), tar.bytes()), "", List.of()))
        .hasMessageContaining("is a link that leads nowhere");
  }

  @Test
  void aDamagedPartIsAnError() throws Exception {
    Map<String, byte[]> files = ImageMaker.layout(Map.of("1.0", app()));
    files.replaceAll(
        (name, bytes) ->
            new String(bytes, StandardCharsets.UTF_8).contains("\"rootfs\"")
                ? new String(bytes, StandardCharsets.UTF_8)
                    .replace("1000", "0")
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
    Path layout = ImageMaker.directory(files, folder);
    assertThatThrownBy(() -> read(layout, "", List.of())).hasMessageContaining("is damaged");
  }

  private void assertError(String content, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("image.tar"), content.repeat(100));
    assertThatThrownBy(() -> read(file, "", List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  private static ImageMaker app() {
    return new ImageMaker()
        .user("1000")
        .layer("COPY app", new LayerMaker().file("app/a", 1000))
        .layer("COPY app", new LayerMaker().file("app/b", 500));
  }

  private static void isApp(Contents contents) {
    assertThat(contents.files()).isEqualTo(2);
    assertThat(contents.unpacked()).isEqualTo(1500);
  }

  private static Contents read(Path path, String name, List<String> platforms) throws Exception {
    try (ImageArchive archive = ImageArchive.open(path, path.getFileName().toString())) {
      return ImageScan.of(chosen(archive, name, platforms));
    }
  }

  private static StoredImage readAndClose(Path path, String name, List<String> platforms)
      throws Exception {
    try (ImageArchive archive = ImageArchive.open(path, path.getFileName().toString())) {
      StoredImage image = chosen(archive, name, platforms);
      isApp(ImageScan.of(image));
      return image;
    }
  }

  private static StoredImage chosen(ImageArchive archive, String name, List<String> platforms)
      throws InterruptedException {
    ImageChoice choice =
        new ImageChoice(
            Optional.of(name).filter(n -> !n.isEmpty()).map(ImageName::parse), platforms);
    NamedImage image = choice.image(archive.images(), "image.tar");
    return archive.read(image, choice.offers(image).get(0));
  }
}
