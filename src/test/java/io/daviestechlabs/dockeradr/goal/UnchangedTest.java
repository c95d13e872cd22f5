package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.Secret;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides whether a build is left out; {@link UnchangedEngineTest} leaves some out. */
class UnchangedTest {
  private static final String SUM = "a".repeat(64);

  @Test
  void whatIsTakenFromTheContextIsNeverLessThanThat() {
    assertThat(sources("FROM a\nCOPY x y /\nADD [\"z\", \"/\"]\n")).containsExactly("x", "y", "z");
    assertThat(sources("FROM a\nRUN --mount=type=bind,source=s true\n")).containsExactly("s");
    assertThat(sources("FROM a\nRUN --mount=type=bind,target=/t true\n")).containsExactly(".");
    assertThat(sources("FROM a AS b\nFROM a\nCOPY --from=b x /\n")).isEmpty();
    assertThat(sources("FROM a\nRUN --mount=type=cache,target=/t true\n")).isEmpty();
    assertThat(sources("FROM a\nCOPY <<E /t\nx\nE\n")).isEmpty();
    assertThat(sources("FROM a\nADD https://example.com/x git@example.com:x.git /\n")).isEmpty();
    assertThat(sources("FROM a\nARG V=1\nCOPY app-$V.jar /\n")).containsExactly("app-1.jar");
    assertThat(sources("FROM a\nARG TARGETARCH\nCOPY $TARGETARCH /\n")).containsExactly(".");
    assertThat(sources("FROM a\nCOPY ${V:-x} /\n")).containsExactly(".");
    assertThat(sources("FROM a AS b\nONBUILD COPY x /\nFROM b\n")).containsExactly(".");
  }

  @Test
  void imagesAreThoseThatTheBuildSaysItUsed() {
    assertThat(
            materials(
                "pkg:docker/127.0.0.1:5000/base/busybox@1?platform=linux%2Famd64",
                "pkg:docker/docker/dockerfile@1.7?platform=linux%2Famd64",
                "pkg:docker/python@3?digest=sha256:" + SUM + "&platform=linux%2Famd64",
                "pkg:oci/team/base@1?digest=sha256:" + SUM + "&platform=linux%2Famd64"))
        .isEqualTo(
            new Materials(
                Map.of(
                    "127.0.0.1:5000/base/busybox:1",
                    "sha256:" + SUM,
                    "docker/dockerfile:1.7",
                    "sha256:" + SUM),
                ""));
    assertThat(materials().problem()).isEmpty();
  }

  @Test
  void aMaterialHasTheDigestOfItsOwnName() {
    BuildMetadata metadata =
        BuildMetadata.parse(
            """
            {"buildx.build.provenance/linux/amd64": {"materials": [
            {"uri": "pkg:docker/debian?digest=sha256:5&platform=x", "digest": {"sha256": "5"}},
            {"uri": "pkg:docker/debian@11?platform=x", "digest": {"sha256": "1"}},
            {"uri": "pkg:docker/debian@12?platform=x", "digest": {"sha256": "2"}},
            {"uri": "pkg:docker/r.example.com:5000/a/b@latest", "digest": {"sha256": "3"}}]}}
            """);
    assertThat(used(metadata, "debian:12")).contains("sha256:2");
    assertThat(used(metadata, "docker.io/library/debian:11")).contains("sha256:1");
    assertThat(used(metadata, "r.example.com:5000/a/b")).contains("sha256:3");
    for (String other : new String[] {"debian", "debian:13", "debian:12@sha256:" + SUM, "b:1"}) {
      assertThat(used(metadata, other)).describedAs(other).isEmpty();
    }
    assertThat(used(BuildMetadata.parse("no json"), "debian")).isEmpty();
  }

  private static Optional<String> used(BuildMetadata metadata, String name) {
    return Materials.digest(metadata, ImageName.parse(name));
  }

  @Test
  void whatTheBuildDoesNotTellIsNotKnown() {
    assertThat(materials("https://u:p@example.com/x.git#main").problem())
        .isEqualTo("it is made from https://example.com/x.git#main");
    assertThat(materials("pkg:oci/x?platform=linux%2Famd64").problem()).contains("made from");
    assertThat(Materials.of(BuildMetadata.parse("{}"), List.of()).problem()).contains("0.14");
    assertThat(Materials.of(BuildMetadata.parse(""), List.of()).problem()).contains("0.14");
    assertThat(Materials.of(metadata(), List.of(step("[2/4] ONBUILD COPY x /x"))).problem())
        .isEqualTo("its base image has ONBUILD");
    assertThat(Materials.of(metadata(), List.of(step("[2/4] RUN echo ONBUILD"))).problem())
        .isEmpty();
  }

  @Test
  void allThatBuildxIsToldIsInThePlanAndNoSecret(@TempDir Path directory) throws IOException {
    BuildRequest request =
        BuildRequest.of(ImageName.parse("app:1"), directory, directory.resolve("Dockerfile"))
            .withTags(List.of("2"))
            .withDelivery(Delivery.of(true, true))
            .withMarks(new Marks(Map.of("a", "x=y"), Map.of()))
            .withInputs(
                new Inputs(
                    Map.of("V", "1"),
                    Map.of("more", "docker-image://b"),
                    List.of(Secret.ofEnv("s", "TOKEN")),
                    List.of("default")));
    Map<String, String> environment =
        Map.of(
            "DOCKER_CONFIG",
            directory.toString(),
            "TOKEN",
            "hush",
            "BUILDX_BUILDER",
            "b",
            "BUILDX_CONFIG",
            directory.toString());
    Map<String, String> plan = PlannedOptions.of(request, environment, true);
    assertThat(plan)
        .containsOnlyKeys(
            "build argument V",
            "build context more",
            "builder",
            "context",
            "file",
            "label a",
            "output",
            "platform",
            "progress",
            "provenance",
            "secret",
            "ssh",
            "tag app:1",
            "tag app:2",
            "variable BUILDX_BUILDER",
            "verify");
    assertThat(plan.values()).allMatch(sum -> sum.matches("[0-9a-f]{16}"));
    BuildRequest other = request.withMarks(new Marks(Map.of("a", "z"), Map.of()));
    assertThat(PlannedOptions.of(other, environment, true).get("label a"))
        .isNotEqualTo(plan.get("label a"));
    Files.writeString(directory.resolve("current"), "{\"Key\":\"unix:///x\",\"Name\":\"\"}");
    assertThat(PlannedOptions.of(request, environment, true).get("builder"))
        .describedAs("nobody has chosen one, but buildx has run")
        .isEqualTo(plan.get("builder"));
    Files.writeString(directory.resolve("current"), "{\"Name\":\"other\"}");
    assertThat(PlannedOptions.of(request, environment, true).get("builder"))
        .isNotEqualTo(plan.get("builder"));
    Files.writeString(directory.resolve("config.json"), "{\"currentContext\":\"far\"}");
    Map<String, String> far = PlannedOptions.of(request, environment, false);
    Files.delete(directory.resolve("current"));
    assertThat(PlannedOptions.of(request, environment, true).get("builder"))
        .isNotEqualTo(plan.get("builder"))
        .isNotEqualTo(far.get("builder"));
    assertThat(far.get("verify")).isNotEqualTo(plan.get("verify"));
  }

  private static List<String> sources(String text) {
    return ContextSources.of(Dockerfile.parse(Source.of("Dockerfile", text)), Map.of());
  }

  private static Materials materials(String... uris) {
    return Materials.of(metadata(uris), List.of());
  }

  private static BuildMetadata metadata(String... uris) {
    StringBuilder materials = new StringBuilder();
    for (String uri : uris) {
      String comma = materials.length() > 0 ? "," : "";
      materials.append(comma + "{\"uri\":\"" + uri + "\",\"digest\":{\"sha256\":\"" + SUM + "\"}}");
    }
    return BuildMetadata.parse(
        "{\"buildx.build.provenance/linux/amd64\":{\"materials\":[" + materials + "]}}");
  }

  private static Step step(String name) {
    return new Step(
        1,
        name,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        "",
        0,
        List.of());
  }
}
