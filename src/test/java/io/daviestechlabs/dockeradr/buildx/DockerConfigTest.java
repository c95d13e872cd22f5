package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daviestechlabs.dockeradr.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
  private static final RegistryLogin LOGIN = new RegistryLogin("r.example.com:5000", "ann", "p:w");

  @TempDir Path directory;

  private Path own;
  private Path made;

  @BeforeEach
  void directories() throws IOException {
    own = Files.createDirectories(directory.resolve("own"));
    made = Files.createDirectories(directory.resolve("made"));
  }

  @Test
  void withoutLoginsNothingChanges() {
    Map<String, String> environment = Map.of("HOME", "/home/ann");
    assertThat(DockerConfig.with(made, environment, List.of())).isSameAs(environment);
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void whatTheUserHasIsKept() throws IOException {
    Files.writeString(
        own.resolve("config.json"),
        "{\"credsStore\":\"desktop\",\"currentContext\":\"x\",\"HttpHeaders\":{\"a\":\"b\"},"
            + "\"auths\":{\"other\":{\"auth\":\"o\"}},\"cliPluginsExtraDirs\":[\"/plugins\"]}");
    Files.createDirectories(own.resolve("contexts/meta/1"));
    Files.writeString(own.resolve("contexts/meta/1/meta.json"), "{}");
    Map<String, String> environment = DockerConfig.with(made, environment(), List.of(LOGIN));
    assertThat(environment)
        .containsEntry("DOCKER_CONFIG", made.toString())
        .containsEntry("BUILDX_CONFIG", own.resolve("buildx").toString())
        .containsEntry("DOCKER_CERT_PATH", own.toString())
        .containsEntry("X", "y");
    JsonNode config = written();
    assertThat(config.path("auths").path("r.example.com:5000").path("auth").asText())
        .isEqualTo("YW5uOnA6dw==");
    assertThat(config.path("auths").path("other").path("auth").asText()).isEqualTo("o");
    assertThat(config.path("credHelpers").path("r.example.com:5000").asText("absent")).isEmpty();
    assertThat(config.path("currentContext").asText()).isEqualTo("x");
    assertThat(config.path("HttpHeaders").path("a").asText()).isEqualTo("b");
    assertThat(config.path("cliPluginsExtraDirs")).hasSize(2);
    assertThat(made.resolve("contexts/meta/1/meta.json")).hasContent("{}");
  }

  @Test
  void aUserWithoutConfigurationGetsOne() throws IOException {
    RegistryLogin hub = new RegistryLogin("docker.io", "ann", "pw");
    DockerConfig.with(made, environment(), List.of(hub));
    assertThat(written().path("auths").has("https://index.docker.io/v1/")).isTrue();
    assertThat(written().has("credHelpers")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "null", "{}", "{\"auths\":null,\"credHelpers\":null}"})
  void aConfigurationWithNothingInItIsAsGoodAsNone(String text) throws IOException {
    Files.writeString(own.resolve("config.json"), text);
    DockerConfig.with(made, environment(), List.of(LOGIN));
    assertThat(written().path("auths").has("r.example.com:5000")).isTrue();
    assertThat(DockerConfig.currentContext(environment())).isEqualTo("default");
  }

  @Test
  void aHelperOfTheRegistryIsPutOutOfUseAndAllElseStaysAsItWasWritten() throws IOException {
    Files.writeString(
        own.resolve("config.json"),
        "{\"credHelpers\":{\"r.example.com:5000\":\"ecr\",\"x\":\"y\"},\"z\":[1.50,1e400,null,{}]}");
    DockerConfig.with(made, environment(), List.of(LOGIN));
    assertThat(made.resolve("config.json"))
        .content()
        .startsWith(
            "{\"credHelpers\":{\"r.example.com:5000\":\"\",\"x\":\"y\"},"
                + "\"z\":[1.50,1e400,null,{}],\"auths\":{");
  }

  @Test
  void aBrokenConfigurationIsNamedWithoutItsContent() throws IOException {
    Files.writeString(own.resolve("config.json"), "{\"auths\": s3cr3t");
    assertThatThrownBy(() -> DockerConfig.with(made, environment(), List.of(LOGIN)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(own.toString())
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void whatIsNoDirectoryOfPluginsIsLeftToDocker() throws IOException {
    Map<String, String> environment = Map.of("DOCKER_CONFIG", directory.toString());
    Path file = directory.resolve("config.json");
    Files.writeString(file, "{\"cliPluginsExtraDirs\":[\"/a\"]}");
    assertThat(DockerConfig.extraPlugins(environment)).containsExactly(Path.of("/a"));
    Files.writeString(file, "{\"cliPluginsExtraDirs\":[\"/a\\u0000\"]}");
    assertThat(DockerConfig.extraPlugins(environment)).isEmpty();
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(LOGIN).hasToString("RegistryLogin[ann at r.example.com:5000]");
  }

  private Map<String, String> environment() {
    return Map.of("DOCKER_CONFIG", own.toString(), "X", "y");
  }

  private JsonNode written() throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(made.resolve("config.json")));
  }
}
