package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.buildx.BuildFailure.Kind;
import io.daviestechlabs.dockeradr.buildx.BuildFailure.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The known ways in which builds fail, each with its sign, its sentence and its remedy. */
final class FailureTable {
  private static final String STORE_REMEDY =
      "Set \"features\": {\"containerd-snapshotter\": true} in the daemon's daemon.json, or use"
          + " another builder: docker buildx create --use.";
  private static final String OFFLINE_REMEDY =
      "Check the network and the proxy of the engine, or use a mirror that it can reach.";
  private static final Map<String, String> EXIT_CODES =
      Map.of(
          "126", ": the command cannot be executed",
          "127", ": a command was not found",
          "132", ": the processor does not know an instruction",
          "137", ": it was killed, most likely for want of memory",
          "139", ": it crashed");

  /** Exit codes after SIGINT and SIGTERM. */
  private static final Set<Integer> SIGNALS_TO_END = Set.of(130, 143);

  /** Faults that a registry may have a part in. */
  private static final Set<Kind> OF_REGISTRIES =
      EnumSet.of(
          Kind.REGISTRY, Kind.PUSH, Kind.CACHE, Kind.BASE_IMAGE, Kind.SYNTAX_IMAGE, Kind.OTHER);

  /** As what buildx shows that it brings a builder up, before there is a build. */
  private static final Map<String, Words> BEGINNINGS =
      Map.of(
          "[internal] booting buildkit", FailureTable::unstarted,
          "[internal] waiting for connection", FailureTable::unanswered);

  private static final Pattern BUILDKIT = Pattern.compile("failed to resolve reference \"(\\S+)\"");
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127\\.[\\d.]+|\\[::1\\])(?::\\d+)?");

  private static final List<Case> CASES =
      List.of(
          known("no space left on device", FailureTable::disk),
          known("context canceled|operation was canceled", FailureTable::cancelled),
          known("parent snapshot \\S+ does not exist", FailureTable::mislaid),
          known(
              "process \"(.*)\" did not complete successfully: exit code: (\\d+)",
              FailureTable::command),
          known("exec (\\S+): exec format error", FailureTable::foreign),
          known("failed to push (\\S+): (.*)", FailureTable::push),
          known("failed to resolve (?:source metadata for|image) (\\S+): ", FailureTable::image),
          known("pull access denied for ([^\\s,]+)", FailureTable::image),
          known("no match for platform in manifest", FailureTable::platform),
          known("failed to read dockerfile: open ([^:]+): .*", FailureTable::noDockerfile),
          known("dockerfile parse error on line (\\d+): (.*)", FailureTable::parse),
          known(
              "(?:the Dockerfile|dockerfile) cannot be empty|file with no instructions",
              FailureTable::empty),
          known("target stage \"?([^\" ]+)\"? could not be found", FailureTable::target),
          known("unable to prepare context: (.*)", FailureTable::context),
          known("failed to get build context ([^\\s:]+): (.*)", FailureTable::furtherContext),
          known(
              "destination (?:file|directory) (.+) is a (file|directory)",
              FailureTable::destination),
          known(
              "failed to (?:calculate checksum|compute cache key).*\"([^\"]+)\": not found",
              FailureTable::copied),
          known("secret ([^:\\s]+): not found", FailureTable::secret),
          known("context \"([^\"]*)\": context not found", FailureTable::dockerContext),
          known(
              "granting entitlement (\\S+) is not allowed by build daemon",
              FailureTable::unprivileged),
          known("failed to load LLB: (\\S+) is not allowed", FailureTable::notAllowed),
          known("no builder \"([^\"]*)\" found", FailureTable::builder),
          known(
              "(Cache export|Multi-platform build|Attestations?|OCI exporter|Multiple outputs?)[^.]* not supported for the (\\S+) driver",
              FailureTable::driver),
          known("\\S+ for multi-node builds currently not supported", FailureTable::spread),
          known("docker exporter does not .*support exporting manifest lists", FailureTable::lists),
          known(
              "error writing (?:layer blob|manifest|config)|failed to export cache|error writing .* to registry|failed to configure \\S+ cache exporter|unknown cache exporter",
              FailureTable::cache),
          known(
              "(?:permission denied while trying to connect|dial unix \\S+: connect: permission denied)",
              FailureTable::forbidden),
          known("command \\[ssh .*stderr=(.+)", FailureTable::ssh),
          known(
              "error during connect: .*?(tls: [a-z ]+|x509: .+|HTTP request to an HTTPS server)",
              FailureTable::untrusted),
          known(
              "Cannot connect to the Docker daemon(?: at (\\S+?))?\\.?(?:\\s|$)|error during connect: (.*)|failed to connect to the docker API at (\\S+?);",
              FailureTable::daemon),
          known(
              "unknown (?:flag|shorthand flag|command)[: ]*(.*)|is not a docker command",
              FailureTable::old));

  private static final Found NOTHING =
      new Found("", Pattern.compile("").matcher(""), Optional.empty(), Optional.empty());

  private FailureTable() {}

  /** What one case makes of a match. */
  private interface Words {
    BuildFailure of(Found found);
  }

  private record Case(Pattern sign, Words words) {}

  /** A message that a sign was found in. */
  private record Found(String message, Matcher match, Optional<Step> step, Optional<Place> place) {
    String group(int number) {
      String text = match.groupCount() < number ? null : match.group(number);
      return text == null ? "" : text.strip();
    }

    String at() {
      return place.map(where -> " at " + where).orElse("");
    }

    BuildFailure as(Kind kind, String what, String remedy) {
      boolean passing = OF_REGISTRIES.contains(kind) && Reason.passes(message);
      return new BuildFailure(kind, what, remedy, step, place, passing);
    }
  }

  static BuildFailure explain(String message, Optional<Step> step, Optional<Place> place) {
    Words beginning = BEGINNINGS.get(step.map(Step::name).orElse(""));
    if (beginning != null) {
      return beginning.of(new Found(message, NOTHING.match(), step, place));
    }
    for (Case known : CASES) {
      Matcher match = known.sign().matcher(message);
      if (match.find()) {
        return known.words().of(new Found(message, match, step, place));
      }
    }
    return other(new Found(message, Pattern.compile("").matcher(""), step, place));
  }

  private static Case known(String sign, Words words) {
    return new Case(Pattern.compile(sign), words);
  }

  private static BuildFailure disk(Found found) {
    return found.as(
        Kind.DISK,
        "No room is left on the engine's disk" + found.at(),
        "See what takes it with docker system df, and free the build cache with docker buildx"
            + " prune.");
  }

  private static BuildFailure cancelled(Found found) {
    return found.as(Kind.CANCELLED, "The build was cancelled", "Start it again.");
  }

  private static BuildFailure unanswered(Found found) {
    return found.as(
        Kind.BUILDER,
        "The builder does not answer",
        "See with docker buildx inspect where it should be, and start it there; if it wants"
            + " certificates, check those of <createBuilder>.");
  }

  private static BuildFailure unstarted(Found found) {
    Matcher image = BUILDKIT.matcher(found.message());
    return image.find()
        ? found.as(
            Kind.BUILDER,
            "The builder cannot be started: its image "
                + image.group(1)
                + " cannot be pulled: "
                + Reason.of(found.message()),
            "Name one that the engine can have: <createBuilder><options><image>…, or docker buildx"
                + " create --driver-opt image=….")
        : found.as(
            Kind.BUILDER,
            "The builder cannot be started: " + cut(found.message()),
            "See with docker buildx inspect what it is, and with docker logs or kubectl logs what"
                + " its container says.");
  }

  private static BuildFailure command(Found found) {
    String code = found.group(2);
    String instruction = found.place().map(Place::text).orElseGet(() -> found.group(1));
    return found.as(
        Kind.COMMAND,
        "'"
            + cut(instruction)
            + "'"
            + found.at()
            + " failed with exit code "
            + code
            + EXIT_CODES.getOrDefault(code, ""),
        "Its last lines of output are above; mend the command, or what it works on.");
  }

  private static BuildFailure foreign(Found found) {
    return found.as(
        Kind.BUILDER,
        found.group(1) + " is made for another processor than the engine's" + found.at(),
        "Build on a machine of that kind, or install its emulation: docker run --privileged --rm"
            + " tonistiigi/binfmt --install all.");
  }

  private static BuildFailure push(Found found) {
    String image = found.group(1);
    String error = found.group(2);
    String registry = registry(image);
    if (Reason.unreachable(error)) {
      return found.as(
          Kind.REGISTRY,
          "Registry " + registry + " cannot be reached to push " + image + ": " + Reason.of(error),
          reaching(error, registry));
    }
    return found.as(
        Kind.PUSH,
        "Registry " + registry + " does not take " + image + ": " + Reason.of(error),
        Reason.isFault(error)
            ? "Let its owner look into its log: a disk that is full, or was, leaves it damaged."
            : "Log in with docker login "
                + registry
                + ", or give settings.xml a <server> with that id, as somebody who may push there.");
  }

  private static BuildFailure image(Found found) {
    String image = found.group(1);
    String error = found.message();
    boolean syntax = found.place().filter(place -> place.text().contains("syntax=")).isPresent();
    String reason = Reason.of(error);
    if (syntax || image.contains("docker/dockerfile")) {
      return found.as(
          Kind.SYNTAX_IMAGE,
          "The frontend " + image + " that the Dockerfile declares cannot be pulled: " + reason,
          "Use the engine's own with -Ddocker-adr.frontend=builtin, or name a mirror of the image"
              + " there.");
    }
    String name = image.isEmpty() ? "Image" : "Image " + image;
    if (Reason.unreachable(error)) {
      return found.as(
          Kind.REGISTRY,
          name + found.at() + " cannot be pulled: " + reason,
          image.contains("buildkit-syft-scanner")
              ? "Name a mirror of it with <sbom>generator=…</sbom>, or do without <sbom>."
              : reaching(error, registry(image)));
    }
    return found.as(
        Kind.BASE_IMAGE,
        name + found.at() + " cannot be pulled: " + reason,
        "Check its name and tag; if they are right, log in with docker login "
            + registry(image)
            + ", or, if another module builds it, depend on that one (<type>pom</type>).");
  }

  private static String reaching(String error, String registry) {
    if (error.contains("HTTP response to HTTPS")) {
      return "Give it a certificate, or add it to the daemon's \"insecure-registries\"; another"
          + " builder than the engine's own has it with http = true in its buildkitd.toml.";
    }
    if (error.contains("connection refused") && LOOPBACK.matcher(registry).matches()) {
      return "Start the registry. A builder in a container has a loopback address of its own: give it the"
          + " driver option network=host, or the registry another name.";
    }
    return error.contains("x509")
        ? "Give the engine the certificate's authority: /etc/docker/certs.d/"
            + registry
            + "/ca.crt; another builder has it in its buildkitd.toml."
        : OFFLINE_REMEDY;
  }

  private static BuildFailure platform(Found found) {
    return found.as(
        Kind.BASE_IMAGE,
        "An image" + found.at() + " does not exist for the platform that is built",
        "Choose a tag that has it, or other <platforms>.");
  }

  private static BuildFailure noDockerfile(Found found) {
    return found.as(
        Kind.DOCKERFILE,
        "There is no Dockerfile " + found.group(1),
        "Create it, or name another one with <dockerfile>.");
  }

  private static BuildFailure parse(Found found) {
    String file = found.place().map(Place::file).orElse("Dockerfile");
    return found.as(
        Kind.DOCKERFILE,
        file + ":" + found.group(1) + ": " + cut(found.group(2)),
        "Run docker-adr:lint to see all faults of the file at once.");
  }

  private static BuildFailure empty(Found found) {
    return found.as(
        Kind.DOCKERFILE,
        "The Dockerfile has no instructions",
        "Write at least a FROM, or name another file with <dockerfile>.");
  }

  private static BuildFailure target(Found found) {
    return found.as(
        Kind.DOCKERFILE,
        "The Dockerfile has no stage '" + found.group(1) + "'",
        "Name one of its stages with <target>, or none for the last one.");
  }

  private static BuildFailure context(Found found) {
    return found.as(
        Kind.CONTEXT,
        "The build context cannot be read: " + cut(found.group(1)),
        "Name a directory that is there with <context>.");
  }

  private static BuildFailure furtherContext(Found found) {
    return found.as(
        Kind.CONTEXT,
        "The build context '" + found.group(1) + "' cannot be read: " + cut(found.group(2)),
        "Name a directory or an address that is there in <buildContexts>.");
  }

  private static BuildFailure destination(Found found) {
    return found.as(
        Kind.OTHER,
        "The image cannot be written to " + cut(found.group(1)) + ": it is a " + found.group(2),
        "Name a file with <ociArchive> or <dockerArchive>, or a directory with <ociLayout>.");
  }

  private static BuildFailure copied(Found found) {
    return found.as(
        Kind.CONTEXT,
        "'" + cut(found.group(1)) + "'" + found.at() + " is not in the build context",
        "Make the file before the image is built, and see with docker-adr:context whether the"
            + " ignore file keeps it out.");
  }

  private static BuildFailure secret(Found found) {
    return found.as(
        Kind.SECRET,
        "The secret '" + found.group(1) + "'" + found.at() + " was not given",
        "Add <secret><id>" + found.group(1) + "</id><env>NAME</env></secret>.");
  }

  private static BuildFailure builder(Found found) {
    return found.as(
        Kind.BUILDER,
        "There is no builder '" + found.group(1) + "'",
        "See docker buildx ls, or make it: docker buildx create --name " + found.group(1) + ".");
  }

  private static BuildFailure unprivileged(Found found) {
    return found.as(
        Kind.BUILDER,
        "The builder may not grant " + found.group(1),
        "Allow it in the configuration of BuildKit or of the daemon, or use a builder that may:"
            + " docker buildx create --buildkitd-flags '--allow-insecure-entitlement "
            + found.group(1)
            + "'.");
  }

  private static BuildFailure notAllowed(Found found) {
    return found.as(
        Kind.BUILDER,
        "A RUN of the Dockerfile wants " + found.group(1) + ", which this build is not allowed",
        "Allow it with <allow><entitlement>" + found.group(1) + "</entitlement></allow>.");
  }

  private static BuildFailure dockerContext(Found found) {
    return found.as(
        Kind.ENGINE,
        "There is no docker context '" + found.group(1) + "'",
        "See docker context ls, and set DOCKER_CONTEXT to one of them, or to none.");
  }

  private static BuildFailure driver(Found found) {
    return found.as(
        Kind.BUILDER,
        found.group(1)
            + " is beyond the "
            + found.group(2)
            + " driver with the engine's classic image store",
        STORE_REMEDY);
  }

  private static BuildFailure spread(Found found) {
    return found.as(
        Kind.BUILDER,
        "A builder of several machines cannot load an image for several platforms, nor write it"
            + " to a file",
        "Push it, or build for one platform.");
  }

  private static BuildFailure lists(Found found) {
    return found.as(
        Kind.BUILDER,
        "The engine's classic image store cannot load an image for several platforms or with"
            + " attestations",
        STORE_REMEDY);
  }

  private static BuildFailure cache(Found found) {
    String reason = Reason.of(found.message());
    if (found.message().contains("unknown cache exporter")) {
      return found.as(
          Kind.CACHE,
          "The cache cannot be written: the builder does not know " + reason,
          "Choose another <cache><type>, or another builder.");
    }
    return found.as(
        Kind.CACHE,
        "The cache cannot be written: " + reason,
        "Check <cache><ref>, or switch writing off with <cache><mode>read</mode></cache>.");
  }

  private static BuildFailure forbidden(Found found) {
    return found.as(
        Kind.ENGINE,
        "This user may not talk to the Docker daemon",
        "Add the user to the group docker, or set DOCKER_HOST to a daemon of its own.");
  }

  private static BuildFailure ssh(Found found) {
    return found.as(
        Kind.ENGINE,
        "The Docker daemon cannot be reached: " + cut(found.group(1)),
        "Try the connection with ssh, or set DOCKER_HOST or the docker context to another daemon.");
  }

  private static BuildFailure untrusted(Found found) {
    return found.as(
        Kind.ENGINE,
        "The Docker daemon and the docker command do not trust each other: " + cut(found.group(1)),
        "Give the docker context or DOCKER_CERT_PATH the certificate that the daemon wants of its"
            + " clients (cert.pem, key.pem), and the authority of its own (ca.pem).");
  }

  private static BuildFailure daemon(Found found) {
    String where = found.group(1) + found.group(3);
    return found.as(
        Kind.ENGINE,
        "The Docker daemon does not answer" + (where.isEmpty() ? "" : " at " + where),
        "Start it, or set DOCKER_HOST or the docker context to one that runs.");
  }

  private static BuildFailure old(Found found) {
    return found.as(
        Kind.ENGINE,
        "docker buildx is missing or too old: " + cut(found.message()),
        "Install the buildx plugin, version 0.13 or later.");
  }

  /** The image store of Docker does so now and then when builds unpack the same layers at once. */
  private static BuildFailure mislaid(Found found) {
    return found.as(
        Kind.OTHER,
        "The engine mislaid a layer that builds were unpacking at once",
        "Build again; if it comes back, build without -T or without loading.");
  }

  static BuildFailure silent(int exitCode) {
    if (SIGNALS_TO_END.contains(exitCode)) {
      return cancelled(NOTHING);
    }
    String code = String.valueOf(exitCode);
    return NOTHING.as(
        Kind.OTHER,
        "docker buildx ended with exit code " + code + EXIT_CODES.getOrDefault(code, ""),
        "Build again; mvn -X shows the whole command.");
  }

  private static BuildFailure other(Found found) {
    String words = cut(found.message());
    return found.as(
        Kind.OTHER,
        "docker buildx failed" + found.at() + ": " + words,
        "Read the output above; mvn -X shows the whole command.");
  }

  private static String registry(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host ? first : "docker.io";
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
