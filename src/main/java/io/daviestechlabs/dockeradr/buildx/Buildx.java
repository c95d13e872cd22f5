package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.text.SecretShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a request into the arguments of {@code docker buildx build}; no shell ever sees them. */
public final class Buildx {
  private Buildx() {}

  /**
   * The whole command, the docker command first.
   *
   * @throws UserError for a build argument that looks like a secret
   */
  public static List<String> arguments(BuildRequest request) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(request.engine().docker(), "buildx", "build", "--progress=rawjson"));
    request.engine().builder().ifPresent(name -> option(command, "--builder", name));
    option(command, "--file", request.dockerfile().toString());
    request.target().ifPresent(stage -> option(command, "--target", stage));
    if (!request.platforms().isEmpty()) {
      option(command, "--platform", String.join(",", request.platforms()));
    }
    request.names().forEach(name -> option(command, "--tag", name.toString()));
    inputs(command, request);
    sandbox(command, request.sandbox());
    pairs(command, "--label", request.marks().labels());
    annotations(request).forEach(value -> option(command, "--annotation", value));
    cacheFrom(request).forEach(value -> option(command, "--cache-from", value));
    cacheTo(request).forEach(value -> option(command, "--cache-to", value));
    command.add(request.attestations().provenanceArgument());
    request.attestations().sbom().ifPresent(value -> command.add("--sbom=" + value));
    if (request.engine().noCache()) {
      command.add("--no-cache");
    }
    request.engine().uncached().forEach(stage -> option(command, "--no-cache-filter", stage));
    if (request.engine().pull()) {
      command.add("--pull");
    }
    request.metadataFile().ifPresent(file -> option(command, "--metadata-file", file.toString()));
    outputs(request.delivery()).forEach(value -> option(command, "--output", value));
    command.add("--");
    command.add(request.context().toString());
    return List.copyOf(command);
  }

  private static void inputs(List<String> command, BuildRequest request) {
    Inputs inputs = request.inputs();
    pairs(command, "--build-arg", buildArgs(request));
    pairs(command, "--build-context", inputs.contexts());
    inputs.secrets().forEach(secret -> option(command, "--secret", secret.argument()));
    inputs.ssh().forEach(key -> option(command, "--ssh", key));
  }

  private static void sandbox(List<String> command, Sandbox sandbox) {
    sandbox.network().ifPresent(network -> option(command, "--network", network));
    sandbox
        .hosts()
        .forEach(
            (name, addresses) -> {
              for (String address : addresses.split(",")) {
                option(command, "--add-host", name + ":" + address);
              }
            });
    sandbox.sharedMemory().ifPresent(bytes -> option(command, "--shm-size", String.valueOf(bytes)));
    sandbox.limits().forEach(limit -> option(command, "--ulimit", limit));
    sandbox.allowed().forEach(entitlement -> option(command, "--allow", entitlement));
  }

  /**
   * Those of the user, and those by which BuildKit is told a time and a frontend.
   *
   * @throws UserError for one that looks like a secret
   */
  static Map<String, String> buildArgs(BuildRequest request) {
    request.inputs().buildArgs().forEach(Buildx::refuseSecret);
    Map<String, String> all = new LinkedHashMap<>(request.inputs().buildArgs());
    request
        .sourceDateEpoch()
        .ifPresent(seconds -> all.put("SOURCE_DATE_EPOCH", String.valueOf(seconds)));
    request
        .engine()
        .frontend()
        .mirror()
        .ifPresent(image -> all.put("BUILDKIT_SYNTAX", image.toString()));
    return all;
  }

  private static void refuseSecret(String name, String value) {
    Optional<String> why = SecretShape.of(name, value);
    if (why.isPresent()) {
      throw new UserError(
          "Build argument "
              + name
              + " looks like a secret ("
              + why.get()
              + "), and build arguments are kept in the image's history",
          "Pass it as <secret><id>"
              + name.toLowerCase(Locale.ROOT)
              + "</id><env>"
              + name
              + "</env></secret> (--secret), and read it with RUN --mount=type=secret.");
    }
  }

  /**
   * A manifest carries them where it stands alone; an index is what registries look at first. Each
   * level is an annotation of its own: buildx 0.13 takes a list of levels for a part of the key.
   */
  static List<String> annotations(BuildRequest request) {
    List<String> levels =
        request.makesIndex() ? List.of("index:", "manifest:") : List.of("manifest:");
    List<String> values = new ArrayList<>();
    request
        .marks()
        .annotations()
        .forEach(
            (key, value) -> {
              if (key.indexOf(':') >= 0) {
                values.add(key + "=" + value);
              } else {
                levels.forEach(level -> values.add(level + key + "=" + value));
              }
            });
    return values;
  }

  static List<String> cacheFrom(BuildRequest request) {
    return request.cache().read(request).stream().map(CachePlace::argument).toList();
  }

  static List<String> cacheTo(BuildRequest request) {
    return request.cache().written(request).stream().map(CachePlace::argument).toList();
  }

  /**
   * Media type and compression are said in full and forced: layers that the cache left in the store
   * as zstd would otherwise be taken as they are, and the digest of an unchanged image would depend
   * on what was built before it.
   */
  static List<String> outputs(Delivery delivery) {
    String form =
        ",oci-mediatypes=true,compression="
            + (delivery.zstd() ? "zstd" : "gzip")
            + ",force-compression=true"
            + (delivery.rewriteTimestamps() ? ",rewrite-timestamp=true" : "");
    List<String> outputs = new ArrayList<>();
    if (delivery.load()) {
      outputs.add("type=docker" + form);
    }
    if (delivery.push()) {
      outputs.add("type=registry" + form);
    }
    delivery.files().forEach(file -> outputs.add(file.output() + form));
    if (outputs.isEmpty()) {
      outputs.add(delivery.held() ? "type=image,store=false" + form : "type=cacheonly");
    }
    return outputs;
  }

  private static void pairs(List<String> command, String option, Map<String, String> pairs) {
    pairs.forEach((key, value) -> option(command, option, key + "=" + value));
  }

  private static void option(List<String> command, String name, String value) {
    command.add(name);
    command.add(value);
  }
}
