package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import io.daviestechlabs.dockeradr.it.RegistryContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives an image that was not pushed to a builder that does not look into the engine. No such
 * builder can be started in the tests; the engine's own is told to take the way of the others.
 */
@Tag("engine")
class HandedOverEngineTest {
  private static final String REGISTRY = System.getenv("ENGINE_REGISTRY");

  @TempDir Path directory;

  private final CollectedConsole console = new CollectedConsole(true);
  private final String run = REGISTRY + "/adr-tests/" + UUID.randomUUID();

  @Test
  void anImageThatNoRegistryHas() throws IOException {
    WantedImage base =
        image(
            "base",
            "FROM " + REGISTRY + "/base/busybox:1\nRUN echo base > /base\n",
            Delivery.of(true, false));
    String digest = RealBuilds.of(System.getenv(), console, base).run().get(0).digest().get();
    WantedImage app =
        image("app", "FROM " + run + "/base:1\nRUN grep base /base\n", Delivery.of(false, true));

    build(app, digest).run();

    assertThat(console.infos)
        .contains("handing over " + run + "/base:1 from the engine to the builder")
        .anyMatch(line -> line.contains("base:1=oci-layout://") && line.contains("@" + digest));
    String name = run.substring(REGISTRY.length() + 1) + "/app";
    assertThat(new RegistryContent(REGISTRY).config(name, "1").toString())
        .contains("echo base", OciLabels.PREFIX + "base.digest=" + digest);
    assertThatThrownBy(() -> build(app, "sha256:" + "0".repeat(64)).run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not give out the image " + run + "/base:1")
        .hasMessageContaining("Push it");
    assertThatThrownBy(() -> build(app, digest).print(directory.resolve("docker-bake.json")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the definition cannot name it");
  }

  private WantedImage image(String name, String dockerfile, Delivery delivery) throws IOException {
    Path context = Files.createDirectories(directory.resolve(name));
    Files.writeString(context.resolve("Dockerfile"), dockerfile);
    BuildRequest request =
        BuildRequest.of(
            ImageName.parse(run + "/" + name + ":1"), context, context.resolve("Dockerfile"));
    return new WantedImage("", request.withDelivery(delivery), context.resolve("target"));
  }

  private Build build(WantedImage image, String digest) {
    return new Build(
        List.of(image),
        List.of(new BuiltBefore(ImageName.parse(run + "/base:1"), digest, false)),
        Optional.of(ProjectFacts.of("g", "app", "1")),
        new Repositories(),
        true,
        true,
        true,
        System.getenv(),
        List.of(),
        (exec, engine, environment) -> {
          Preflight own = Preflight.of(exec, engine, environment);
          return new Preflight(
              own.buildx(), own.server(), "", true, "docker-container", "", 1, own.insecure());
        },
        new Processes(),
        console);
  }
}
