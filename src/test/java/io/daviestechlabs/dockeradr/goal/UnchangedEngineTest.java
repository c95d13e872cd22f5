package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.buildx.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that may be left out, with a real engine; a build that is left out starts no program. */
@Tag("engine")
class UnchangedEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");
  private static final String BASE = REGISTRY + "/base/busybox:1";

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final List<List<String>> commands = Collections.synchronizedList(new ArrayList<>());
  private final Exec docker = new Processes();
  private final String repository = REGISTRY + "/adr-tests/" + UUID.randomUUID();
  private final ImageName name = ImageName.parse(repository + ":1");
  private Path context;
  private Path output;

  @BeforeEach
  void write() throws IOException {
    context = Files.createDirectories(directory.resolve("context"));
    output = directory.resolve("target");
    Files.createDirectories(context.resolve("src/empty"));
    Files.writeString(context.resolve("src/data.txt"), UUID.randomUUID().toString());
    Files.writeString(context.resolve("notes.md"), "not copied");
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY src /\nUSER 1:1\n");
    environment.put("SOURCE_DATE_EPOCH", "1700000000");
  }

  @Test
  void whatIsThereAlreadyIsNotBuilt() throws IOException {
    BuildRequest request = request(pushed()).withTags(List.of("2"));
    BuildResult built = builds(request, "there is no record of a last build");
    Map<String, String> files = new ImageFiles(output).texts();
    assertThat(files).containsKeys("image.digest", "image.id", "image.json", "metadata.json");
    BuildResult same = skips(request);
    assertThat(same.properties()).isEqualTo(built.properties());
    assertThat(console.infos)
        .last()
        .isEqualTo("nothing has changed: " + name + " is " + built.digest().orElseThrow());
    assertThat(new ImageFiles(output).texts()).isEqualTo(files);
    assertThat(output.resolve("build.html")).exists();
    new ImageFiles(output).remove();
    Files.writeString(output.resolve("image.digest"), "stale");
    skips(request);
    assertThat(new ImageFiles(output).texts()).isEqualTo(files);
  }

  @Test
  void aChangedFileIsBuilt() throws IOException {
    BuildRequest request = request(loaded());
    builds(request);
    Path data = context.resolve("src/data.txt");
    FileTime time = Files.getLastModifiedTime(data);
    Files.writeString(data, UUID.randomUUID().toString());
    Files.setLastModifiedTime(data, time);
    builds(request, "src/data.txt has changed");
    Files.writeString(context.resolve("src/more"), "");
    builds(request, "src/more is new");
    Files.delete(context.resolve("src/empty"));
    builds(request, "src/empty is gone");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    builds(request, "src/data.txt has changed");
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY src /\nUSER 2:2\n");
    builds(request, context.resolve("Dockerfile") + " has changed");
    Files.writeString(context.resolve(".dockerignore"), "x\n");
    builds(request, context.resolve(".dockerignore") + " is new");
  }

  @Test
  void whatIsNotCopiedAndTheTimeOfAFileMeanNothing() throws IOException {
    BuildRequest request = request(loaded());
    builds(request);
    Files.writeString(context.resolve("notes.md"), "changed");
    Path data = context.resolve("src/data.txt");
    String text = Files.readString(data);
    Files.delete(data);
    Files.writeString(data, text);
    Files.setLastModifiedTime(data, FileTime.fromMillis(1));
    skips(request);
    skips(request);
  }

  @Test
  void anotherPlanIsBuilt() {
    BuildRequest request = request(loaded());
    builds(request);
    builds(request.withTags(List.of("2")), "tag " + name.withTag("2") + " is new");
    BuildRequest labelled = request.withMarks(new Marks(Map.of("a", "1"), Map.of()));
    builds(labelled);
    builds(request.withMarks(new Marks(Map.of("a", "2"), Map.of())), "label a has another value");
    environment.put("SOURCE_DATE_EPOCH", "1700000001");
    builds(
        request.withMarks(new Marks(Map.of("a", "2"), Map.of())),
        "build argument SOURCE_DATE_EPOCH has another value");
  }

  @Test
  void aSecretMustBeThereAndMayHaveAnotherValue() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "first");
    BuildRequest request =
        request(loaded())
            .withInputs(
                new Inputs(Map.of(), Map.of(), List.of(Secret.ofFile("s", secret)), List.of()));
    builds(request);
    Files.writeString(secret, "other");
    skips(request);
    Files.delete(secret);
    assertThatThrownBy(() -> build(request).run()).hasMessageContaining("cannot be read");
    assertThat(output.resolve("image.digest")).doesNotExist();
  }

  @Test
  void aBaseImageThatMovedIsBuilt() throws Exception {
    String base = repository + "/base:1";
    copy(BASE, base);
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM " + base + " AS a\nFROM scratch\nCOPY --from=a /etc /\n");
    BuildRequest request = request(pushed());
    builds(request);
    skips(request);
    copy(REGISTRY + "/base/debian:1", base);
    builds(request, base + " moved from sha256:");
    skips(request);
    run("docker", "pull", "-q", base);
    skips(request);
    run("docker", "tag", BASE, base);
    builds(request, base + " has moved");
    run("docker", "rmi", base);
  }

  @Test
  void anImageThatIsGoneOrOverwrittenIsBuilt() throws Exception {
    BuildRequest request = request(pushed());
    builds(request);
    copy(BASE, name.toString());
    builds(request, "in the registry, " + name + " is sha256:");
    skips(request);
    BuildRequest loaded = request(loaded());
    builds(loaded);
    skips(loaded);
    run("docker", "rmi", "-f", name.toString());
    builds(loaded, "the engine does not have " + name);
    run("docker", "pull", "-q", BASE);
    run("docker", "tag", BASE, name.toString());
    builds(loaded, "in the engine, " + name + " is another image");
  }

  @Test
  void anArchiveThatIsGoneIsBuilt() throws IOException {
    ImageFile tar = new ImageFile(ImageFile.Form.OCI_ARCHIVE, directory.resolve("oci.tar"));
    ImageFile layout = new ImageFile(ImageFile.Form.OCI_LAYOUT, directory.resolve("layout"));
    BuildRequest request = request(new Delivery(false, false, List.of(tar, layout), false, false));
    builds(request);
    skips(request);
    Files.delete(tar.path());
    builds(request, tar.path() + " is not as it was written");
    Files.writeString(layout.path().resolve("index.json"), "{}");
    builds(request, layout.path().resolve("index.json") + " is not as it was written");
    skips(request);
  }

  @Test
  void whatNobodyCanKnowIsBuilt() throws IOException {
    BuildRequest request = request(loaded());
    builds(request);
    builds(request.withDelivery(Delivery.NOWHERE), "it is delivered nowhere");
    skips(request);
    Files.createSymbolicLink(context.resolve("link"), Path.of("src"));
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY link/data.txt /\n");
    builds(request);
    assertThat(console.infos).last().asString().endsWith("'link/data.txt' leads over a link");
    builds(request, "there is no record of a last build");
  }

  @Test
  void anImageThatNoRegistryHasIsLookedForInTheEngine() throws Exception {
    String base = "adr-tests/" + UUID.randomUUID() + ":1";
    run("docker", "pull", "-q", BASE);
    run("docker", "tag", BASE, base);
    Files.writeString(context.resolve("Dockerfile"), "FROM " + base + "\nCOPY src /\n");
    BuildRequest request = request(loaded());
    builds(request);
    skips(request);
    run("docker", "rmi", base);
    assertThatThrownBy(() -> build(request).run()).isInstanceOf(RuntimeException.class);
  }

  @Test
  void severalImagesAreLeftAloneTogether() throws IOException {
    BuildRequest base = request(loaded());
    Files.writeString(context.resolve("Dockerfile.app"), "FROM " + name + "\nCOPY notes.md /\n");
    BuildRequest app =
        BuildRequest.of(
                ImageName.parse(repository + "/app:1"), context, context.resolve("Dockerfile.app"))
            .withDelivery(loaded())
            .withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF));
    WantedImage[] both = {
      new WantedImage("base", base, output.resolve("base"), Set.of(), true, Optional.empty()),
      new WantedImage("app", app, output.resolve("app"), Set.of(), true, Optional.empty())
    };
    List<BuildResult> built = build(both).run();
    commands.clear();
    List<BuildResult> same = build(both).run();
    assertThat(commands).allMatch(UnchangedEngineTest::isQuestion);
    assertThat(same)
        .extracting(BuildResult::properties)
        .isEqualTo(built.stream().map(BuildResult::properties).toList());
    Files.writeString(context.resolve("notes.md"), "changed");
    build(both).run();
    assertThat(console.infos).contains("building " + repository + "/app:1: notes.md has changed");
    assertThat(commands).anyMatch(command -> command.contains("bake"));
  }

  private BuildResult builds(BuildRequest request) {
    return builds(request, "");
  }

  private BuildResult builds(BuildRequest request, String why) {
    commands.clear();
    int said = console.infos.size();
    BuildResult result = build(request).run().get(0);
    assertThat(commands).anyMatch(command -> command.contains("buildx"));
    assertThat(console.infos.get(said)).contains("building " + name + ": " + why);
    return result;
  }

  private BuildResult skips(BuildRequest request) {
    commands.clear();
    BuildResult result = build(request).run().get(0);
    assertThat(commands).describedAs("%s", console.infos).allMatch(UnchangedEngineTest::isQuestion);
    return result;
  }

  private static Delivery pushed() {
    return Delivery.of(false, true);
  }

  private static Delivery loaded() {
    return Delivery.of(true, false);
  }

  private BuildRequest request(Delivery delivery) {
    return BuildRequest.of(name, context, context.resolve("Dockerfile"))
        .withDelivery(delivery)
        .withCache(Cache.AUTOMATIC.withMode(Cache.Mode.OFF));
  }

  private Build build(BuildRequest request) {
    return build(new WantedImage("", request, output, Set.of(), true, Optional.empty()));
  }

  private Build build(WantedImage... images) {
    Exec recording =
        (command, listener) -> {
          commands.add(command.arguments());
          return docker.run(command, listener);
        };
    return RealBuilds.of(environment, recording, console, images);
  }

  /** Whether a command asks what the engine has, and starts no build. */
  private static boolean isQuestion(List<String> command) {
    return command.subList(1, 3).equals(List.of("image", "inspect"));
  }

  private void copy(String from, String to) throws Exception {
    run("docker", "buildx", "imagetools", "create", "-t", to, from);
  }

  private void run(String... command) throws Exception {
    Exec.Outcome outcome =
        docker.run(Exec.Command.of(List.of(command), environment), Exec.Listener.DEAF);
    assertThat(outcome.exitCode()).isZero();
  }
}
