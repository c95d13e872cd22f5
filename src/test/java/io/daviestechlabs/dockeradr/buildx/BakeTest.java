package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BakeTest {
  private static BuildRequest request(String name) {
    return BuildRequest.of(ImageName.parse(name), Path.of("/src"), Path.of("/src/Dockerfile"));
  }

  @Test
  void aTargetHasAllThatBuildWouldBeTold() {
    BuildRequest request =
        request("127.0.0.1:5000/team/api:1")
            .withTags(List.of("2"))
            .withTarget("runtime")
            .withDelivery(Delivery.of(true, true))
            .withInputs(
                new Inputs(
                    Map.of("NAME", "${a} %{b}"),
                    Map.of("base", "target:base"),
                    List.of(Secret.ofEnv("npm", "NPM")),
                    List.of("default")))
            .withSandbox(
                new Sandbox(
                    Optional.of("none"),
                    Map.of("a.b", "10.1.2.3"),
                    OptionalLong.of(1 << 20),
                    List.of("nofile=1024"),
                    List.of("security.insecure")))
            .withMarks(new Marks(Map.of("l", "m"), Map.of("n", "o")))
            .withAttestations(new Attestations(Optional.of("mode=max"), Optional.of("true")))
            .withSourceDateEpoch(OptionalLong.of(5))
            .withEngine(
                new Engine(
                    "docker",
                    Optional.empty(),
                    Frontend.DECLARED,
                    true,
                    true,
                    0,
                    List.of("runtime")));
    assertThat(new Bake(Map.of("api", request)).definition())
        .isEqualTo(
            """
            {
              "group": {
                "default": {
                  "targets": [
                    "api"
                  ]
                }
              },
              "target": {
                "api": {
                  "context": "/src",
                  "dockerfile": "/src/Dockerfile",
                  "target": "runtime",
                  "platforms": [
                    "linux/amd64"
                  ],
                  "tags": [
                    "127.0.0.1:5000/team/api:1",
                    "127.0.0.1:5000/team/api:2"
                  ],
                  "args": {
                    "NAME": "$${a} %%{b}",
                    "SOURCE_DATE_EPOCH": "5"
                  },
                  "contexts": {
                    "base": "target:base"
                  },
                  "secret": [
                    "id=npm,env=NPM"
                  ],
                  "ssh": [
                    "default"
                  ],
                  "network": "none",
                  "extra-hosts": {
                    "a.b": "10.1.2.3"
                  },
                  "shm-size": "1048576",
                  "ulimits": [
                    "nofile=1024"
                  ],
                  "entitlements": [
                    "security.insecure"
                  ],
                  "labels": {
                    "l": "m"
                  },
                  "annotations": [
                    "index:n=o",
                    "manifest:n=o"
                  ],
                  "cache-from": [
                    "type=registry,ref=127.0.0.1:5000/team/api:buildcache-runtime"
                  ],
                  "cache-to": [
                    "type=registry,ref=127.0.0.1:5000/team/api:buildcache-runtime,mode=max,image-manifest=true,oci-mediatypes=true,compression=zstd,force-compression=true,ignore-error=true"
                  ],
                  "attest": [
                    "type=provenance,mode=max",
                    "type=sbom"
                  ],
                  "output": [
                    "type=docker,oci-mediatypes=true,compression=gzip,force-compression=true",
                    "type=registry,oci-mediatypes=true,compression=gzip,force-compression=true"
                  ],
                  "no-cache": true,
                  "no-cache-filter": [
                    "runtime"
                  ],
                  "pull": true
                }
              }
            }
            """);
  }

  @Test
  void whatIsNotAskedForIsNotWritten() {
    assertThat(new Bake(Map.of("api", request("api:1"))).definition())
        .contains("\"attest\": [\n        \"type=provenance,disabled=true\"", "type=cacheonly")
        .doesNotContain("args", "secret", "labels", "cache-", "pull");
  }

  @Test
  void theCommandNamesDefinitionMetadataAndBuilder() {
    Map<String, BuildRequest> requests = new LinkedHashMap<>();
    Engine engine = new Engine("docker", Optional.of("big"), Frontend.DECLARED, false, false);
    requests.put("one", request("one:1").withEngine(engine));
    Sandbox host =
        new Sandbox(
            Optional.of("host"), Map.of(), OptionalLong.empty(), List.of(), List.of("device"));
    requests.put("two", request("two:1").withEngine(engine).withSandbox(host));
    Bake bake = new Bake(requests);
    assertThat(bake.arguments(Path.of("bake.json"), Path.of("meta.json")))
        .containsExactly(
            "docker",
            "buildx",
            "bake",
            "--progress=rawjson",
            "--builder",
            "big",
            "--allow",
            "device",
            "--allow",
            "network.host",
            "--file",
            "bake.json",
            "--metadata-file",
            "meta.json");
    assertThat(bake.definition()).containsIgnoringWhitespaces("[\"one\", \"two\"]");
  }
}
