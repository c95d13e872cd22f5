package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Attestations;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.it.RegistryContent;
import io.daviestechlabs.dockeradr.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where images go, with a real engine: DOCKER_HOST and ENGINE_REGISTRY say where it is. */
@Tag("engine")
class DeliveryEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final String repository = "adr-tests/" + UUID.randomUUID();
  private final ImageName name = ImageName.parse(REGISTRY + "/" + repository + ":1");
  private Path context;

  @BeforeEach
  void write() throws IOException {
    context = Files.createDirectories(directory.resolve("context"));
    Files.writeString(context.resolve("data.txt"), UUID.randomUUID().toString());
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY data.txt /\nUSER 1:1\n");
    environment.put("SOURCE_DATE_EPOCH", "1700000000");
  }

  @Test
  void allPlacesHaveOneImage() throws IOException {
    List<ImageFile> files =
        List.of(
            new ImageFile(ImageFile.Form.OCI_LAYOUT, directory.resolve("out/layout")),
            new ImageFile(ImageFile.Form.OCI_ARCHIVE, directory.resolve("out/oci.tar")),
            new ImageFile(ImageFile.Form.DOCKER_ARCHIVE, directory.resolve("out/docker.tar")));
    String digest = built(new Delivery(true, true, files, true, false), Set.of());
    RegistryContent registry = new RegistryContent(REGISTRY);
    assertThat(registry.digest(repository, "1")).isEqualTo(digest);
    assertThat(registry.layerTypes(repository, "1")).allMatch(type -> type.endsWith("tar+zstd"));
    assertThat(Files.readString(directory.resolve("out/layout/index.json"))).contains(digest);
    assertThat(files).allMatch(file -> Files.exists(file.path()));
  }

  @Test
  void filesAreReadBack() throws IOException {
    Path layout = directory.resolve("out/layout");
    List<ImageFile> files =
        List.of(
            new ImageFile(ImageFile.Form.OCI_LAYOUT, layout),
            new ImageFile(ImageFile.Form.OCI_ARCHIVE, directory.resolve("out/oci.tar")),
            new ImageFile(ImageFile.Form.DOCKER_ARCHIVE, directory.resolve("out/docker.tar")));
    BuildRequest request = request(new Delivery(false, false, files, false, false));
    BuildResult first = result(request, Set.of());
    assertThat(first.size()).isPositive();
    assertThat(first.id()).isPresent();
    assertThat(first.checked().orElseThrow())
        .contains("user 1:1")
        .endsWith("from the layout layout and the archive oci.tar and the archive docker.tar");
    assertThat(directory.resolve("target/build.html"))
        .content()
        .contains("Layers", "COPY data.txt");

    long blobs = count(layout);
    result(request.withNames(List.of(name.withTag("beside"))), Set.of());
    assertThat(count(layout)).isEqualTo(blobs);
    Files.writeString(context.resolve("data.txt"), UUID.randomUUID().toString());
    BuildResult second = result(request, Set.of());
    assertThat(second.digest()).isNotEqualTo(first.digest());
    // The other name still has the first image.
    assertThat(count(layout)).isEqualTo(2 * blobs);
    Files.writeString(context.resolve("data.txt"), UUID.randomUUID().toString());
    result(request, Set.of());
    assertThat(count(layout)).isEqualTo(2 * blobs);
  }

  @Test
  void aFileWithAnotherImageIsAnError() throws Exception {
    ImageFile tar = new ImageFile(ImageFile.Form.OCI_ARCHIVE, directory.resolve("oci.tar"));
    BuildRequest request = request(new Delivery(false, false, List.of(tar), false, false));
    result(request, Set.of());
    Preflight preflight = Preflight.of(new Processes(), Engine.USUAL, environment);
    ReadBack readBack = new ReadBack(new Processes(), environment, preflight);
    Expectation other = new Expectation(Map.of(), Optional.of("root"), Optional.of(true));
    assertThat(readBack.image(request, Optional.empty(), other).differences())
        .containsExactly(
            "in the archive oci.tar, user is '1:1', not 'root'",
            "in the archive oci.tar, health check is missing");
    Optional<String> digest = Optional.of("sha256:" + "0".repeat(64));
    Expectation any = new Expectation(Map.of(), Optional.empty(), Optional.empty());
    assertThat(readBack.image(request, digest, any).differences())
        .containsExactly("archive oci.tar has no image " + name.withDigest(digest.get()));
    Files.delete(tar.path());
    assertThat(readBack.image(request, digest, any).differences())
        .containsExactly("the archive oci.tar is not there");
  }

  private static long count(Path layout) throws IOException {
    try (Stream<Path> files = Files.list(layout.resolve("blobs/sha256"))) {
      return files.count();
    }
  }

  @Test
  void theSameSourcesMakeTheSameDigestIfTimesAreRewritten() throws IOException {
    assertThat(again(true)).isEqualTo(again(true));
    assertThat(again(false)).isNotEqualTo(again(false));
    assertThat(console.warnings).isEmpty();
  }

  @Test
  void whatIsPushedAndWhatIsLoadedAreOneImage() throws IOException {
    Delivery push = Delivery.of(false, true);
    String digest = built(push, Set.of());
    assertThat(new RegistryContent(REGISTRY).manifest(repository, "1").get("annotations"))
        .isNotNull();
    assertThat(built(Delivery.of(true, false), Set.of())).isEqualTo(digest);
    assertThat(built(Delivery.of(true, true), Set.of())).isEqualTo(digest);
  }

  @Test
  void aNameThatIsTakenKeepsItsImage() throws IOException {
    Delivery push = Delivery.of(false, true);
    String digest = built(push, Set.of(name));
    Files.writeString(context.resolve("data.txt"), "other");
    assertThatThrownBy(() -> built(Delivery.of(true, true), Set.of(name)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("The registry has " + name + " already, as " + digest)
        .hasMessageContaining("which is not the image built: sha256:");
    assertThat(directory.resolve("target/image.digest")).doesNotExist();
    RegistryContent registry = new RegistryContent(REGISTRY);
    assertThat(registry.digest(repository, "1")).isEqualTo(digest);
    assertThat(built(push, Set.of())).isNotEqualTo(digest);
    assertThat(registry.digest(repository, "1")).isNotEqualTo(digest);
  }

  @Test
  void aNameThatIsTakenByTheSameImageIsNoObstacle() throws IOException {
    ImageFile tar = new ImageFile(ImageFile.Form.OCI_ARCHIVE, directory.resolve("oci.tar"));
    String digest = built(Delivery.of(false, true), Set.of(name));
    assertThat(built(Delivery.of(false, true), Set.of(name))).isEqualTo(digest);
    assertThat(console.infos).contains("the registry has " + name + " already");
    Delivery everywhere = new Delivery(true, true, List.of(tar), false, false);
    ImageName latest = name.withTag("latest");
    BuildRequest more = request(everywhere).withTags(List.of("1.0", "latest"));
    Set<ImageName> fixed = Set.of(name, name.withTag("1.0"));
    assertThat(built(more, fixed)).isEqualTo(digest);
    RegistryContent registry = new RegistryContent(REGISTRY);
    assertThat(registry.digest(repository, "1.0")).isEqualTo(digest);
    assertThat(registry.digest(repository, "latest")).isEqualTo(digest);
    assertThat(tar.path()).isNotEmptyFile();
    assertThat(Files.readString(directory.resolve("target/image.json")))
        .contains(latest.toString());
  }

  @Test
  void anImageWithAttestationsIsNeverTheSame() {
    BuildRequest request =
        request(Delivery.of(false, true))
            .withAttestations(new Attestations(Optional.of("mode=min"), Optional.empty()));
    built(request, Set.of(name));
    int lines = console.infos.size();
    assertThatThrownBy(() -> built(request, Set.of(name)))
        .hasMessageContaining("an image with attestations is never the same");
    assertThat(console.infos).hasSize(lines);
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNoYes() {
    ImageName nowhere = ImageName.parse("127.0.0.1:9/x:1");
    assertThatThrownBy(() -> built(Delivery.of(false, true), Set.of(nowhere)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not tell about " + nowhere);
  }

  @Test
  void aNameThatSomebodyElsePushedMeanwhileIsNoticed() throws Exception {
    String digest = built(Delivery.of(false, true), Set.of());
    Engine engine = Engine.USUAL;
    Preflight preflight = Preflight.of(new Processes(), engine, environment);
    FixedNames names = new FixedNames(new ReadBack(new Processes(), environment, preflight));
    names.kept(Set.of(name), digest);
    assertThatThrownBy(() -> names.kept(Set.of(name), "sha256:" + "0".repeat(64)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(name + " was pushed by somebody else");
  }

  /** A second later, in the eyes of whoever looks at the file. */
  private String again(boolean rewrite) throws IOException {
    Path file = context.resolve("data.txt");
    FileTime time = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 1000));
    Path tar = directory.resolve(UUID.randomUUID() + ".tar");
    ImageFile archive = new ImageFile(ImageFile.Form.OCI_ARCHIVE, tar);
    return built(new Delivery(false, false, List.of(archive), false, rewrite), Set.of());
  }

  private String built(Delivery delivery, Set<ImageName> fixed) {
    return built(request(delivery), fixed);
  }

  private BuildRequest request(Delivery delivery) {
    return BuildRequest.of(name, context, context.resolve("Dockerfile"))
        .withDelivery(delivery)
        .withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF))
        .withEngine(new Engine("docker", Optional.empty(), Frontend.DECLARED, true, false));
  }

  private String built(BuildRequest request, Set<ImageName> fixed) {
    return result(request, fixed).digest().orElseThrow();
  }

  private BuildResult result(BuildRequest request, Set<ImageName> fixed) {
    Build build =
        RealBuilds.of(
            environment, console, new WantedImage("", request, directory.resolve("target"), fixed));
    return build.run().get(0);
  }
}
