package io.daviestechlabs.dockeradr.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.image.LayerContents.LostFile;
import io.daviestechlabs.dockeradr.image.LayerContents.Trait;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageScanTest {
  @ParameterizedTest
  @EnumSource(Compression.class)
  void readsWhateverTheCompression(Compression compression) {
    byte[] tar = new LayerMaker().directory("app").file("app/a.jar", 1000).bytes();
    Contents contents =
        scan(new ImageMaker().layer("COPY", tar, compression, ImageMaker.OCI_LAYER));
    assertThat(contents.layers().get(0).compression()).contains(compression);
    assertThat(contents.files()).isEqualTo(1);
    assertThat(contents.unpacked()).isEqualTo(1000);
    assertThat(contents.wasted()).isZero();
    assertThat(contents.efficiency()).isEqualTo(1);
  }

  @Test
  void readsGzipOfSeveralMembers() {
    byte[] tar = new LayerMaker().file("a", 5000).file("b", 7000).bytes();
    byte[] first = ImageMaker.compressed(Arrays.copyOf(tar, 3000), Compression.GZIP);
    byte[] second =
        ImageMaker.compressed(Arrays.copyOfRange(tar, 3000, tar.length), Compression.GZIP);
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    Contents contents = scan(both);
    assertThat(contents.unpacked()).isEqualTo(12_000);
  }

  @Test
  void whatIsWrittenAgainIsWasted() {
    Contents contents =
        scan(
            new LayerMaker().file("app/a", 1000).file("app/b", 300),
            new LayerMaker().file("app/a", 1000));
    assertThat(contents.wasted()).isEqualTo(1000);
    assertThat(contents.files()).isEqualTo(2);
    assertThat(contents.layers().get(0).waste().bytes()).isZero();
    assertThat(contents.layers().get(1).waste().largest())
        .containsExactly(new LostFile("/app/a", 1000, false));
    assertThat(contents.efficiency()).isBetween(0.56, 0.57);
  }

  @Test
  void aWhiteoutTakesAFileOrAWholeDirectory() {
    Contents contents =
        scan(
            new LayerMaker()
                .directory("d")
                .file("d/a", 10)
                .file("d/e/b", 20)
                .file("c", 5)
                .file("k", 1),
            new LayerMaker().file(".wh.d", 0).file(".wh.c", 0).file(".wh.nothing", 0));
    assertThat(contents.files()).isEqualTo(1);
    assertThat(contents.layers().get(1).files()).isZero();
    assertThat(contents.layers().get(1).waste().largest())
        .containsExactly(new LostFile("/d", 30, true), new LostFile("/c", 5, true));
    assertThat(contents.layers().get(1).waste().files()).isEqualTo(3);
  }

  @Test
  void anOpaqueDirectoryHidesTheLayersBelowButNotItsOwn() {
    for (boolean last : new boolean[] {false, true}) {
      LayerMaker opaque = new LayerMaker().directory("d");
      opaque =
          last
              ? opaque.file("d/new", 7).file("d/.wh..wh..opq", 0)
              : opaque.file("d/.wh..wh..opq", 0).file("d/new", 7);
      Contents contents =
          scan(new LayerMaker().file("d/a", 10).file("d/e/b", 20).file("f", 1), opaque);
      assertThat(contents.files()).isEqualTo(2);
      assertThat(contents.wasted()).isEqualTo(30);
    }
  }

  @Test
  void whatIsDeletedAndComesAgainIsThere() {
    Contents contents =
        scan(
            new LayerMaker().file("d/a", 10),
            new LayerMaker().file(".wh.d", 0),
            new LayerMaker().file("d/a", 12));
    assertThat(contents.files()).isEqualTo(1);
    assertThat(contents.wasted()).isEqualTo(10);
  }

  @Test
  void aFileInThePlaceOfADirectoryHidesIt() {
    Contents contents =
        scan(
            new LayerMaker().directory("d").file("d/a", 10),
            new LayerMaker().link("d", "elsewhere", true));
    assertThat(contents.files()).isZero();
    assertThat(contents.wasted()).isEqualTo(10);
  }

  @Test
  void aDirectoryAgainHidesNothing() {
    Contents contents =
        scan(
            new LayerMaker().directory("d").file("d/a", 10),
            new LayerMaker().directory("./d", 0700).link("d/b", "d/a", false));
    assertThat(contents.wasted()).isZero();
    assertThat(contents.unpacked()).isEqualTo(10);
  }

  @Test
  void theSameFileTwiceInOneLayerIsWastedToo() {
    Contents contents = scan(new LayerMaker().file("a", 10).file("./a", 4));
    assertThat(contents.wasted()).isEqualTo(10);
    assertThat(contents.files()).isEqualTo(1);
  }

  @Test
  void aFileWithSeveralNamesIsThereUntilTheLastOneIsGone() {
    LayerMaker base =
        new LayerMaker()
            .file("bin/git", 1000)
            .link("bin/git-add", "bin/git", false)
            .link("lib/git", "bin/git-add", false);
    ImageMaker image = new ImageMaker().layer("1", base);
    image.layer("2", new LayerMaker().text("bin/.wh.git", ""));
    Contents one = scan(image);
    assertThat(one.wasted()).isZero();
    assertThat(one.files()).isEqualTo(1);
    assertThat(one.layers().get(1).waste().largest()).isEmpty();
    image.layer("3", new LayerMaker().text(".wh.bin", ""));
    assertThat(scan(image).wasted()).isZero();
    image.layer("4", new LayerMaker().text(".wh.lib", ""));
    Contents none = scan(image);
    assertThat(none.wasted()).isEqualTo(1000);
    assertThat(none.files()).isZero();
    assertThat(none.layers().get(3).waste().largest())
        .containsExactly(new LostFile("/lib", 1000, true));
  }

  @Test
  void aFileWithSeveralNamesIsWastedOnceWhenAllAreWrittenAgain() {
    LayerMaker layer = new LayerMaker().file("a", 1000).link("b", "a", false);
    Contents contents = scan(layer, layer);
    assertThat(contents.wasted()).isEqualTo(1000);
    assertThat(contents.unpacked()).isEqualTo(2000);
    assertThat(contents.files()).isEqualTo(1);
    ImageMaker relinked =
        new ImageMaker()
            .layer("1", layer)
            .layer("2", new LayerMaker().file("c", 10).link("b", "c", false))
            .layer("3", new LayerMaker().text(".wh.a", ""));
    assertThat(scan(relinked).wasted()).isEqualTo(1000);
  }

  @Test
  void findsWhatHasMoreRightsThanItNeeds() {
    LayerContents layer =
        scan(new LayerMaker()
                .file("usr/bin/passwd", 1, 04755, 0)
                .file("usr/bin/su", 1, 04755, 1000)
                .file("opt/run", 1, 04755, 0)
                .file("srv/shared", 1, 0666, 0)
                .directory("tmp", 01777)
                .directory("srv/all", 0777)
                .link("srv/link", "x", true))
            .layers()
            .get(0);
    assertThat(layer.groups().get(Trait.SET_ID).examples())
        .containsExactly("/usr/bin/su", "/opt/run");
    assertThat(layer.groups().get(Trait.WORLD_WRITABLE).examples())
        .containsExactly("/srv/shared", "/srv/all");
  }

  @Test
  void devicesAreNoFiles() {
    TarArchiveEntry device = new TarArchiveEntry("dev/null", TarConstants.LF_CHR);
    device.setMode(0666);
    Contents contents = scan(new LayerMaker().add(device, new byte[0]));
    assertThat(contents.files()).isZero();
    assertThat(contents.layers().get(0).groups()).isEmpty();
  }

  @Test
  void whatALaterLayerMendsIsMended() {
    Contents contents =
        scan(
            new LayerMaker().file("opt/run", 1, 04755, 0),
            new LayerMaker().file("opt/run", 1, 0755, 0));
    assertThat(contents.layers()).allMatch(layer -> layer.groups().isEmpty());
  }

  @Test
  void findsThePackageManagersDownloads() {
    LayerContents layer =
        scan(new LayerMaker()
                .file("var/lib/apt/lists/deb_Packages", 100)
                .file("var/cache/apt/archives/curl.deb", 50)
                .file("var/cache/apt/pkgcache.bin", 7)
                .file("root/.cache/pip/http/1", 20)
                .file("home/ray/.npm/_cacache/x", 30)
                .file("opt/cache/lists/mine", 30))
            .layers()
            .get(0);
    assertThat(layer.caches()).containsOnlyKeys(PackageTool.APT, PackageTool.PIP, PackageTool.NPM);
    assertThat(layer.caches().get(PackageTool.APT).bytes()).isEqualTo(150);
  }

  @Test
  void findsSecretsThatLaterLayersHide() {
    Contents contents =
        scan(
            new LayerMaker()
                .text("root/.ssh/id_rsa", "x")
                .text("root/.ssh/id_rsa.pub", "ssh-rsa AAAA")
                .text("app/.npmrc", "//npm.example.com/:_authToken=abcdef")
                .text("app/.env", "DB_PASSWORD=hunter2\n")
                .text("srv/.env", "PORT=8080\n")
                .text("app/config.yml", "token: ghp_0123456789abcdefghijABCDEFGHIJ\n")
                .text("etc/ssl/cert.pem", "-----BEGIN CERTIFICATE-----\n")
                .text("etc/ssl/own.pem", "-----BEGIN RSA PRIVATE KEY-----\n")
                .text("usr/lib/python3/test/key.pem", "-----BEGIN PRIVATE KEY-----\n"),
            new LayerMaker().file("root/.wh..ssh", 0));
    assertThat(contents.layers().get(0).secrets())
        .extracting(LayerContents.SecretFile::path)
        .containsExactly(
            "/root/.ssh/id_rsa", "/app/.npmrc", "/app/.env", "/app/config.yml", "/etc/ssl/own.pem");
    assertThat(contents.layers().get(0).secrets().toString()).doesNotContain("hunter2", "ghp_");
  }

  @Test
  void pathsThatClimbStayBelowTheRoot() {
    Contents contents =
        scan(
            new LayerMaker().file("../../etc/passwd", 10).file("a/../../b", 1),
            new LayerMaker().file("etc/passwd", 3).file("b", 1));
    assertThat(contents.wasted()).isEqualTo(11);
  }

  @Test
  void aLayerThatIsElsewhereIsNotRead() {
    Contents contents = scan(new ImageMaker().foreignLayer());
    assertThat(contents.isComplete()).isFalse();
    assertThat(contents.stored()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 700, 1500, 20_000})
  void aTruncatedLayerIsAnError(int length) {
    byte[] tar = new LayerMaker().file("a", 30_000).file("b", 10).bytes();
    for (Compression compression : Compression.values()) {
      byte[] whole = ImageMaker.compressed(tar, compression);
      byte[] part = Arrays.copyOf(whole, Math.min(length, whole.length / 2));
      StoredImage image = new ImageMaker().layer("1", tar, compression, "").stored("app");
      StoredImage cut = with(image, new ByteArrayInputStream(part));
      assertThatThrownBy(() -> ImageScan.of(cut))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("Layer 1 of app cannot be read: ");
    }
  }

  @Test
  void otherBytesThanPromisedAreAnError() {
    byte[] tar = new LayerMaker().text("a", "one").bytes();
    byte[] other = new LayerMaker().text("a", "two").bytes();
    StoredImage image = new ImageMaker().layer("1", tar, Compression.NONE, "").stored("app");
    assertThatThrownBy(() -> ImageScan.of(with(image, new ByteArrayInputStream(other))))
        .hasMessageContaining("its bytes do not have the digest sha256:");
  }

  @Test
  void whatIsNoArchiveIsAnError() {
    assertThatThrownBy(() -> scan("no archive ".repeat(100).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("it is no tar archive, or a damaged one");
    assertThatThrownBy(() -> scan("BZh91AY".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("neither as gzip nor as zstd");
  }

  @Test
  void aNameOfAbsurdSizeIsRefusedBeforeItIsRead() {
    TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
    byte[] head = new LayerMaker().add(entry, new byte[3 << 20]).bytes();
    assertThatThrownBy(() -> scan(head)).hasMessageContaining("of absurd size");
    TarArchiveEntry pax = new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
    byte[] attributes =
        new LayerMaker()
            .add(pax, "3000000 path=x".repeat(300_000).getBytes(StandardCharsets.UTF_8))
            .bytes();
    assertThatThrownBy(() -> scan(attributes))
        .hasMessageContaining("Layer 1 of app cannot be read");
    assertThatThrownBy(() -> scan(new LayerMaker().file("a/".repeat(3000) + "b", 1).bytes()))
        .hasMessageContaining("it has a path of 6001 characters");
  }

  @Test
  void headersWithoutEndAreRefused() {
    TarArchiveEntry entry = new TarArchiveEntry("pax", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER);
    entry.setSize(12);
    byte[] one = new byte[1024];
    entry.writeEntryHeader(one);
    System.arraycopy("12 abc=defg\n".getBytes(StandardCharsets.UTF_8), 0, one, 512, 12);
    List<InputStream> many =
        Collections.nCopies(100_000, one).stream()
            .map(b -> (InputStream) new ByteArrayInputStream(b))
            .toList();
    StoredImage image = new ImageMaker().layer("1", one, Compression.NONE, "").stored("app");
    assertThatThrownBy(
            () ->
                ImageScan.of(
                    with(
                        withoutDigests(image),
                        new SequenceInputStream(Collections.enumeration(many)))))
        .hasMessageContaining("Layer 1 of app cannot be read");
  }

  @Test
  void whiteoutsAgainAndAgainCostNoMoreThanOne() {
    LayerMaker layer = new LayerMaker();
    for (int i = 0; i < 20_000; i++) {
      layer.file("d/" + i, 0).file("d/.wh..wh..opq", 0).file(".wh.d", 0);
    }
    Contents contents = scan(new LayerMaker().file("d/a", 10), layer);
    assertThat(contents.wasted()).isEqualTo(10);
    assertThat(contents.files()).isEqualTo(20_000);
  }

  /** Of an image that has these layers. */
  private static Contents scan(LayerMaker... layers) {
    ImageMaker image = new ImageMaker();
    for (LayerMaker layer : layers) {
      image.layer("RUN", layer);
    }
    return scan(image);
  }

  private static Contents scan(ImageMaker image) {
    return ImageScan.of(image.stored("app"));
  }

  private static Contents scan(byte[] stored) {
    StoredImage image = new ImageMaker().layer("1", stored, Compression.NONE, "").stored("app");
    return ImageScan.of(withoutDigests(image));
  }

  private static StoredImage with(StoredImage image, InputStream layer) {
    return new StoredImage(
        image.name(), image.digest(), image.form(), image.manifest(), image.config(), i -> layer);
  }

  private static StoredImage withoutDigests(StoredImage image) {
    List<Descriptor> layers =
        image.manifest().layers().stream()
            .map(l -> new Descriptor("", "md5:0", -1, false))
            .toList();
    Manifest manifest = new Manifest("", image.manifest().config(), layers);
    return new StoredImage(
        image.name(), "", image.form(), manifest, image.config(), image.layers());
  }
}
