package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.text.SecretShape;
import java.util.ArrayList;
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
    pairs(command, "--label", request.marks().labels());
    annotations(command, request);
    cache(command, request);
    command.add(request.attestations().provenanceArgument());
    request.attestations().sbom().ifPresent(value -> command.add("--sbom=" + value));
    if (request.engine().noCache()) {
      command.add("--no-cache");
    }
    if (request.engine().pull()) {
      command.add("--pull");
    }
    request.metadataFile().ifPresent(file -> option(command, "--metadata-file", file.toString()));
    deliveries(command, request.delivery());
    command.add("--");
    command.add(request.context().toString());
    return List.copyOf(command);
  }

  /** The cache reference that a build writes, if it writes one. */
  public static Optional<String> cacheWritten(BuildRequest request) {
    return request.cache().written(request);
  }

  private static void inputs(List<String> command, BuildRequest request) {
    Inputs inputs = request.inputs();
    inputs.buildArgs().forEach(Buildx::refuseSecret);
    pairs(command, "--build-arg", inputs.buildArgs());
    request
        .sourceDateEpoch()
        .ifPresent(seconds -> option(command, "--build-arg", "SOURCE_DATE_EPOCH=" + seconds));
    request
        .engine()
        .frontend()
        .mirror()
        .ifPresent(image -> option(command, "--build-arg", "BUILDKIT_SYNTAX=" + image));
    pairs(command, "--build-context", inputs.contexts());
    inputs.secrets().forEach(secret -> option(command, "--secret", secret.argument()));
    inputs.ssh().forEach(key -> option(command, "--ssh", key));
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

  /** A manifest carries them where it stands alone; an index is what registries look at first. */
  private static void annotations(List<String> command, BuildRequest request) {
    String level = request.makesIndex() ? "index,manifest:" : "manifest:";
    request
        .marks()
        .annotations()
        .forEach(
            (key, value) -> {
              boolean leveled = key.indexOf(':') >= 0;
              option(command, "--annotation", (leveled ? "" : level) + key + "=" + value);
            });
  }

  /** Layers that exist as gzip stay gzip unless force-compression is said. */
  private static void cache(List<String> command, BuildRequest request) {
    Cache cache = request.cache();
    cache
        .read(request)
        .forEach(ref -> option(command, "--cache-from", Csv.of("type=registry", "ref=" + ref)));
    cache
        .written(request)
        .ifPresent(
            ref ->
                option(
                    command,
                    "--cache-to",
                    Csv.of(
                        "type=registry",
                        "ref=" + ref,
                        "mode=max",
                        "image-manifest=true",
                        "oci-mediatypes=true",
                        "compression=zstd",
                        "force-compression=true",
                        "ignore-error=true")));
  }

  /**
   * Media type and compression are said in full and forced: layers that the cache left in the store
   * as zstd would otherwise be taken as they are, and the digest of an unchanged image would depend
   * on what was built before it.
   */
  private static void deliveries(List<String> command, Delivery delivery) {
    String form =
        ",oci-mediatypes=true,compression="
            + (delivery.zstd() ? "zstd" : "gzip")
            + ",force-compression=true"
            + (delivery.rewriteTimestamps() ? ",rewrite-timestamp=true" : "");
    if (delivery.load()) {
      option(command, "--output", "type=docker" + form);
    }
    if (delivery.push()) {
      option(command, "--output", "type=registry" + form);
    }
    delivery
        .archive()
        .ifPresent(file -> option(command, "--output", Csv.of("type=oci", "dest=" + file) + form));
    if (!delivery.load() && !delivery.push() && delivery.archive().isEmpty()) {
      option(command, "--output", "type=cacheonly");
    }
  }

  private static void pairs(List<String> command, String option, Map<String, String> pairs) {
    pairs.forEach((key, value) -> option(command, option, key + "=" + value));
  }

  private static void option(List<String> command, String name, String value) {
    command.add(name);
    command.add(value);
  }
}
