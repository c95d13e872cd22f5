package io.daviestechlabs.dockeradr.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageConfigTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "root", "0", "0:0", "root:root", "00", ":1000"})
  void runsAsRoot(String user) {
    assertThat(config(new ImageMaker().user(user)).isRoot()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "ray", "1:0", "rooted", "10"})
  void runsAsSomebodyElse(String user) {
    assertThat(config(new ImageMaker().user(user)).isRoot()).isFalse();
  }

  @Test
  void theLayersOfTheBaseImageEndAtItsCommand() {
    ImageMaker image = new ImageMaker();
    assertThat(config(image).layersOfBase()).isZero();
    image.layer("ADD rootfs.tar / # buildkit", layer("a")).step("CMD [\"bash\"]");
    assertThat(config(image).layersOfBase()).as("the base image itself").isZero();
    image.layer("RUN /bin/sh -c apt-get install jdk # buildkit", layer("b"));
    assertThat(config(image).layersOfBase()).isEqualTo(1);
    image.step("/bin/sh -c #(nop)  CMD [\"jshell\"]").step("ENV A=b").layer("COPY a b", layer("c"));
    assertThat(config(image).layersOfBase()).isEqualTo(2);
    image.step("CMD [\"app\"]");
    assertThat(config(image).layersOfBase()).as("its own command").isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN /bin/sh -c make # buildkit|RUN make",
        "/bin/sh -c #(nop) COPY file:1 in /|COPY file:1 in /",
        "/bin/sh -c make|RUN make",
        "COPY . . # buildkit|COPY . .",
        "bazel build ...|bazel build ..."
      })
  void saysWhatTheDockerfileSaid(String createdBy, String instruction) {
    assertThat(new HistoryStep(createdBy, false).instruction()).isEqualTo(instruction);
  }

  @Test
  void whatIsNoConfigurationIsAnError() {
    assertThatThrownBy(() -> ImageConfig.parse("{".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("its configuration is no JSON");
    assertThatThrownBy(() -> ImageConfig.parse("{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("its configuration is not that of an image");
    assertThatThrownBy(() -> ImageConfig.parse(new byte[0]))
        .hasMessage("its configuration is no JSON");
  }

  @Test
  void nullIsAsGoodAsNothing() throws IOException {
    String json =
        """
        {"created": null, "os": null, "history": null, "rootfs": {"diff_ids": []},
         "config": {"User": null, "Env": null, "Labels": {"a": null}, "Cmd": null}}
        """;

    ImageConfig config = ImageConfig.parse(json.getBytes(StandardCharsets.UTF_8));

    assertThat(config.created()).isEmpty();
    assertThat(config.platform().isKnown()).isFalse();
    assertThat(config.isRoot()).isTrue();
    assertThat(config.environment()).isEmpty();
    assertThat(config.labels()).containsExactly(Map.entry("a", ""));
    assertThat(config.command()).isEmpty();
  }

  private static LayerMaker layer(String name) {
    return new LayerMaker().file(name, 1);
  }

  private static ImageConfig config(ImageMaker image) {
    return image.stored("app").config();
  }
}
