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
    option(command, "--builder", request.engine().builder());
    option(command, "--file", request.dockerfile().toString());
    option(command, "--target", request.target());
    if (!request.platforms().isEmpty()) {
      option(command, "--platform", String.join(",", request.platforms()));
    }
    for (ImageName name : request.names()) {
      option(command, "--tag", name.toString());
    }
    inputs(command, request);
    sandbox(command, request.sandbox());
    pairs(command, "--label", request.marks().labels());
    options(command, "--annotation", annotations(request));
    options(command, "--cache-from", cacheFrom(request));
    options(command, "--cache-to", cacheTo(request));
    command.add(request.attestations().provenanceArgument());
    if (request.attestations().sbom().isPresent()) {
      command.add("--sbom=" + request.attestations().sbom().get());
    }
    if (request.engine().noCache()) {
      command.add("--no-cache");
    }
    options(command, "--no-cache-filter", request.engine().uncached());
    if (request.engine().pull()) {
      command.add("--pull");
    }
    if (request.metadataFile().isPresent()) {
      option(command, "--metadata-file", request.metadataFile().get().toString());
    }
    options(command, "--output", outputs(request));
    command.add("--");
    command.add(request.context().toString());
    return List.copyOf(command);
  }

  private static void inputs(List<String> command, BuildRequest request) {
    Inputs inputs = request.inputs();
    pairs(command, "--build-arg", buildArgs(request));
    pairs(command, "--build-context", inputs.contexts());
    for (Secret secret : inputs.secrets()) {
      option(command, "--secret", secret.argument());
    }
    options(command, "--ssh", inputs.ssh());
  }

  private static void sandbox(List<String> command, Sandbox sandbox) {
    option(command, "--network", sandbox.network());
    for (Map.Entry<String, String> host : sandbox.hosts().entrySet()) {
      for (String address : host.getValue().split(",")) {
        option(command, "--add-host", host.getKey() + ":" + address);
      }
    }
    if (sandbox.sharedMemory().isPresent()) {
      option(command, "--shm-size", String.valueOf(sandbox.sharedMemory().getAsLong()));
    }
    options(command, "--ulimit", sandbox.limits());
    options(command, "--allow", sandbox.allowed());
  }

  /**
   * Those of the user, and those by which BuildKit is told a time and a frontend.
   *
   * @throws UserError for one that looks like a secret
   */
  static Map<String, String> buildArgs(BuildRequest request) {
    Map<String, String> all = new LinkedHashMap<>(request.inputs().buildArgs());
    for (Map.Entry<String, String> each : all.entrySet()) {
      refuseSecret(each.getKey(), each.getValue());
    }
    if (request.sourceDateEpoch().isPresent()) {
      all.put("SOURCE_DATE_EPOCH", String.valueOf(request.sourceDateEpoch().getAsLong()));
    }
    Optional<ImageName> mirror = request.engine().frontend().mirror();
    if (mirror.isPresent()) {
      all.put("BUILDKIT_SYNTAX", mirror.get().toString());
    }
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
    for (Map.Entry<String, String> each : request.marks().annotations().entrySet()) {
      for (String level : each.getKey().indexOf(':') >= 0 ? List.of("") : levels) {
        values.add(level + each.getKey() + "=" + each.getValue());
      }
    }
    return values;
  }

  static List<String> cacheFrom(BuildRequest request) {
    List<String> places = new ArrayList<>();
    for (CachePlace place : request.cache().read(request)) {
      places.add(place.argument());
    }
    return places;
  }

  static List<String> cacheTo(BuildRequest request) {
    Optional<CachePlace> place = request.cache().written(request);
    return place.isPresent() ? List.of(place.get().argument()) : List.of();
  }

  /** Media type and compression are said in full, for buildx has had other defaults. */
  static List<String> outputs(BuildRequest request) {
    Delivery delivery = request.delivery();
    String form =
        ",oci-mediatypes=true,compression="
            + (delivery.zstd() ? "zstd" : "gzip")
            + (forces(request) ? ",force-compression=true" : "")
            + (delivery.rewriteTimestamps() ? ",rewrite-timestamp=true" : "");
    List<String> outputs = new ArrayList<>();
    if (delivery.load()) {
      outputs.add("type=docker" + form);
    }
    if (delivery.push()) {
      outputs.add("type=registry" + form);
    }
    for (ImageFile file : delivery.files()) {
      outputs.add(file.output() + form);
    }
    if (outputs.isEmpty()) {
      outputs.add(delivery.held() ? "type=image,store=false" + form : "type=cacheonly");
    }
    return outputs;
  }

  /**
   * Layers that a cache left in the store as zstd are otherwise taken as they are, and the digest
   * of an unchanged image would depend on what was built before it. Looking at each layer takes
   * BuildKit some 10 ms, so it is left out where no cache is and the image stays in its engine.
   */
  private static boolean forces(BuildRequest request) {
    Delivery delivery = request.delivery();
    boolean staysInEngine =
        delivery.load() && !delivery.push() && !delivery.held() && delivery.files().isEmpty();
    return !staysInEngine
        || delivery.zstd()
        || delivery.rewriteTimestamps()
        || !cacheFrom(request).isEmpty()
        || !cacheTo(request).isEmpty();
  }

  private static void pairs(List<String> command, String option, Map<String, String> pairs) {
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      option(command, option, pair.getKey() + "=" + pair.getValue());
    }
  }

  private static void options(List<String> command, String name, List<String> values) {
    for (String value : values) {
      option(command, name, value);
    }
  }

  private static void option(List<String> command, String name, Optional<String> value) {
    if (value.isPresent()) {
      option(command, name, value.get());
    }
  }

  private static void option(List<String> command, String name, String value) {
    command.add(name);
    command.add(value);
  }
}
