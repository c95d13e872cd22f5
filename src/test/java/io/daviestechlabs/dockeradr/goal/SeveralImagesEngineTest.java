package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.it.RegistryContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds several images in one run of a real bake. */
@Tag("engine")
class SeveralImagesEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final String run = "adr-tests/" + UUID.randomUUID();

  @BeforeEach
  void time() {
    environment.put("SOURCE_DATE_EPOCH", "1700000000");
  }

  @Test
  void oneImageStartsFromTheOtherThatNoRegistryHas() throws IOException {
    WantedImage base =
        image("base", "FROM " + REGISTRY + "/base/busybox:1\nRUN echo " + run + " > /base\n");
    WantedImage app =
        image("app", "FROM " + REGISTRY + "/" + run + "/base:1 AS x\nARG ODD\nRUN echo \"$ODD\"\n");
    Inputs odd =
        new Inputs(Map.of("ODD", "a ${b} %{c} \"d\" 'e', é"), Map.of(), List.of(), List.of());
    BuildRequest loaded = base.request().withDelivery(Delivery.of(true, false));
    WantedImage unpushed = new WantedImage("base", loaded, base.output());
    WantedImage told = new WantedImage("app", app.request().withInputs(odd), app.output());

    // The one that starts from the other is named first: the order is not the user's to know.
    List<BuildResult> results = build(told, unpushed).run();

    assertThat(results).hasSize(2);
    RegistryContent registry = new RegistryContent(REGISTRY);
    assertThat(registry.digest(run + "/app", "1")).isEqualTo(results.get(0).digest().orElseThrow());
    assertThat(registry.config(run + "/app", "1").toString())
        .contains("ODD=a ${b} %{c} \"d\" 'e', é", "echo " + run + " > /base");
    assertThat(app.output().resolve("image.digest"))
        .hasContent(results.get(0).digest().orElseThrow());
    assertThat(base.output().resolve("image.digest"))
        .hasContent(results.get(1).digest().orElseThrow());
    assertThat(results.get(0).steps()).isNotEmpty().allMatch(step -> step.name().contains("app"));
    assertThat(results.get(1).steps()).isNotEmpty().allMatch(step -> step.name().contains("base"));
    assertThat(results.get(0).checked().orElseThrow()).contains("registry " + REGISTRY);
    assertThat(results.get(1).checked().orElseThrow()).contains("daemon");
    assertThat(results.get(0).cache().orElseThrow()).contains("app:buildcache", "zstd");

    List<BuildResult> again = build(told, unpushed).run();
    for (int i = 0; i < 2; i++) {
      assertThat(again.get(i).digest()).isEqualTo(results.get(i).digest());
      assertThat(again.get(i).cached()).isEqualTo(again.get(i).steps().size());
    }
  }

  @Test
  void noImageIsPushedBeforeAllAreKnownToHaveTheirNames() throws IOException {
    String from = REGISTRY + "/" + run;
    WantedImage base = fixed(image("base", "FROM scratch\nCOPY Dockerfile /\n"));
    WantedImage app = fixed(image("app", "FROM " + from + "/base:1\nCOPY Dockerfile /app\n"));
    WantedImage more = fixed(image("more", "FROM " + from + "/base:1\nCOPY Dockerfile /more\n"));
    List<BuildResult> first = build(base, app).run();
    RegistryContent registry = new RegistryContent(REGISTRY);

    WantedImage other = fixed(image("app", "FROM " + from + "/base:1\nCOPY Dockerfile /other\n"));
    assertThatThrownBy(() -> build(base, other, more).run())
        .hasMessageContaining("The registry has " + from + "/app:1 already, as sha256:");
    assertThat(registry.has(run + "/more", "1")).isFalse();

    Files.writeString(
        app.request().dockerfile(), "FROM " + from + "/base:1\nCOPY Dockerfile /app\n");
    List<BuildResult> again = build(base, app, more).run();
    assertThat(again.subList(0, 2).stream().map(BuildResult::digest))
        .isEqualTo(first.stream().map(BuildResult::digest).toList());
    assertThat(registry.digest(run + "/more", "1")).isEqualTo(again.get(2).digest().orElseThrow());
  }

  private static WantedImage fixed(WantedImage image) {
    return new WantedImage(
        image.id(), image.request(), image.output(), Set.copyOf(image.request().names()));
  }

  @Test
  void aFailureNamesTheImageAndLeavesNoFiles() throws IOException {
    WantedImage good = image("good", "FROM " + REGISTRY + "/base/busybox:1\nRUN sleep 1\n");
    WantedImage bad =
        image("bad", "FROM " + REGISTRY + "/base/busybox:1\nRUN echo oops && exit 3\n");
    assertThatThrownBy(() -> build(good, bad).run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at Dockerfile:2 failed with exit code 3");
    assertThat(console.errors).anyMatch(line -> line.contains("[bad 2/2]")).contains("  oops");
    assertThat(good.output().resolve("image.digest")).doesNotExist();
  }

  @Test
  void imagesThatOverwriteEachOtherAreRefused() throws IOException {
    WantedImage one = image("one", "FROM scratch\n");
    WantedImage two = image("two", "FROM scratch\n");
    assertThatThrownBy(() -> build(one, new WantedImage("two", one.request(), two.output())).run())
        .hasMessageContaining("images 'one' and 'two' have the same name");
    assertThatThrownBy(() -> build(one, new WantedImage("", two.request(), two.output())).run())
        .hasMessageContaining("<image> has the id ''");
    assertThatThrownBy(() -> build(one, new WantedImage("one", two.request(), two.output())).run())
        .hasMessageContaining("two images have the id 'one'");
  }

  private WantedImage image(String id, String dockerfile) throws IOException {
    Path context = Files.createDirectories(directory.resolve(id));
    Path file = Files.writeString(context.resolve("Dockerfile"), dockerfile);
    ImageName name = ImageName.parse(REGISTRY + "/" + run + "/" + id + ":1");
    return new WantedImage(
        id,
        BuildRequest.of(name, context, file).withDelivery(Delivery.of(false, true)),
        directory.resolve("target").resolve(id));
  }

  private Build build(WantedImage... images) {
    return RealBuilds.of(environment, console, images);
  }
}
