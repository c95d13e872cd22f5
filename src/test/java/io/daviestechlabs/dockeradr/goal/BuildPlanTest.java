package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BuildPlanTest {
  private static final String TITLE = OciLabels.PREFIX + "title";
  private static final ImageFile TAR =
      new ImageFile(ImageFile.Form.DOCKER_ARCHIVE, Path.of("app.tar"));
  private static final ImageFile LAYOUT =
      new ImageFile(ImageFile.Form.OCI_LAYOUT, Path.of("layout"));

  /** Or it would have another digest in the registry where it is loaded, too. */
  @Test
  void anImageIsAnnotatedAlikeWhereverItGoes() {
    for (String driver : List.of("docker", "docker-container", "remote")) {
      assertThat(annotations(driver, true, Delivery.of(false, true))).containsKey(TITLE);
      assertThat(annotations(driver, true, Delivery.of(true, false))).containsKey(TITLE);
      assertThat(annotations(driver, true, Delivery.of(true, true))).containsKey(TITLE);
      assertThat(annotations(driver, true, to(LAYOUT))).containsKey(TITLE);
      assertThat(annotations(driver, true, Delivery.NOWHERE)).isEmpty();
    }
  }

  @Test
  void itHasNoAnnotationsWhereAPlaceWouldLoseThem() {
    assertThat(annotations("remote", false, Delivery.of(true, true))).isEmpty();
    assertThat(annotations("remote", true, to(TAR))).isEmpty();
    assertThat(annotations("docker", true, to(TAR))).containsKey(TITLE);
    assertThat(annotations("remote", false, Delivery.of(false, true))).containsKey(TITLE);
  }

  private static Delivery to(ImageFile file) {
    return new Delivery(false, true, List.of(file), false, false);
  }

  private static Map<String, String> annotations(String driver, boolean store, Delivery delivery) {
    BuildRequest request =
        BuildRequest.of(
            ImageName.parse("r.example.com/app:1"), Path.of("."), Path.of("Dockerfile"));
    OciLabels labels = new OciLabels(Map.of(TITLE, "app"), OptionalLong.empty(), List.of());
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM scratch\n"));
    Preflight preflight =
        new Preflight(
            Optional.of("0.29.1"), Optional.of("28.5.2"), "", store, driver, "", 1, List.of());
    return BuildPlan.of(
            request.withDelivery(delivery),
            Optional.of(labels),
            FinalStage.of(file, Optional.empty(), Map.of()),
            preflight)
        .request()
        .marks()
        .annotations();
  }
}
