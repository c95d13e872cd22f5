package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageNames;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.Secret;
import io.daviestechlabs.dockeradr.buildx.TagFacts;
import io.daviestechlabs.dockeradr.goal.BuiltImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;

/** An {@code <image>} of several: what it has of its own; the goal's parameters say the rest. */
public final class ImageParameter {
  private static final String OCI_LAYOUT = "oci-layout://";

  /** What the build calls the image: letters, digits, {@code _} and {@code -}. */
  @Parameter private String id;

  /** Name of the image; that of the goal with the id behind it where it is not given. */
  @Parameter private String name;

  /** Further tags or names, instead of those of the goal. */
  @Parameter private List<String> tags;

  /** The Dockerfile. */
  @Parameter private File dockerfile;

  /** The directory that COPY reads from. */
  @Parameter private File context;

  /** The stage to build. */
  @Parameter private String target;

  /** Platforms to build for. */
  @Parameter private List<String> platforms;

  /** Values for ARG beside those of the goal. */
  @Parameter private Map<String, String> args;

  /** Build contexts beside those of the goal. */
  @Parameter private Map<String, String> buildContexts;

  /** Secrets instead of those of the goal. */
  @Parameter private List<SecretParameter> secrets;

  /** SSH keys or sockets instead of those of the goal. */
  @Parameter private List<String> ssh;

  /** Labels beside those of the goal. */
  @Parameter private Map<String, String> labels;

  /** Annotations beside those of the goal. */
  @Parameter private Map<String, String> annotations;

  /** A tar file in OCI layout to write the image to. */
  @Parameter File ociArchive;

  /** A directory in OCI layout to write the image to. */
  @Parameter File ociLayout;

  /** A tar file for {@code docker load} to write the image to. */
  @Parameter File dockerArchive;

  /** The cache instead of that of the goal. */
  @Parameter private CacheParameter cache;

  String id() {
    return id == null ? "" : id.strip();
  }

  /**
   * What it is built from, if there is anything; what it does not say itself, those of the goal
   * say.
   */
  Optional<BuiltImage> source(Module module, File dockerfiles, File contexts, String targets) {
    return module.built(or(dockerfile, dockerfiles), or(context, contexts), or(target, targets));
  }

  /**
   * What it is called.
   *
   * @param shared the name of the goal
   */
  ImageNames names(DeliveringMojo goal, String shared, TagFacts facts) {
    String derived = id().isEmpty() ? shared : shared + "-" + id();
    return goal.names(name == null ? derived : name, tags, facts);
  }

  /** The request for it. */
  BuildRequest request(Module module, BuildMojo goal, ImageNames names, BuiltImage source) {
    BuildRequest request =
        BuildRequest.of(names.image(), source.context(), source.dockerfile())
            .withTags(names.tags())
            .withPlatforms(or(platforms, goal.platforms))
            .withDelivery(goal.delivery(module, this))
            .withInputs(inputs(module, goal))
            .withSandbox(goal.sandbox())
            .withMarks(new Marks(both(goal.labels, labels), both(goal.annotations, annotations)))
            .withCache(goal.cache(cache))
            .withAttestations(goal.attestations())
            .withEngine(goal.engine());
    return source.target().isPresent() ? request.withTarget(source.target().get()) : request;
  }

  /** Values for ARG; the command line has the last word. */
  Map<String, String> buildArgs(Module module, BuildMojo goal) {
    Map<String, String> values = both(goal.args, args);
    values.putAll(module.userProperties("docker-adr.args."));
    return values;
  }

  private Inputs inputs(Module module, BuildMojo goal) {
    List<Secret> known = new ArrayList<>();
    for (SecretParameter each : AdrMojo.listOf(or(secrets, goal.secrets))) {
      known.add(each.toSecret(goal.servers));
    }
    List<String> keys = new ArrayList<>();
    for (String each : AdrMojo.listOf(or(ssh, goal.ssh))) {
      keys.add(key(module.base(), each));
    }
    return new Inputs(
        buildArgs(module, goal),
        contexts(module.base(), both(goal.buildContexts, buildContexts)),
        known,
        keys);
  }

  /** Directories as the module sees them, wherever Maven was started. */
  static Map<String, String> contexts(Path base, Map<String, String> written) {
    Map<String, String> places = new TreeMap<>(written);
    for (Map.Entry<String, String> each : places.entrySet()) {
      each.setValue(context(base, each.getValue()));
    }
    return places;
  }

  private static String context(Path base, String place) {
    if (place.startsWith(OCI_LAYOUT)) {
      return OCI_LAYOUT + base.resolve(place.substring(OCI_LAYOUT.length())).normalize();
    }
    try {
      Path directory = base.resolve(place).normalize();
      return Files.exists(directory) ? directory.toString() : place;
    } catch (InvalidPathException e) {
      return place;
    }
  }

  /** The same for {@code id=path,path}; a name alone is that of the agent. */
  static String key(Path base, String written) {
    int equals = written.indexOf('=');
    return equals < 0
        ? written
        : written.substring(0, equals + 1)
            + Stream.of(written.substring(equals + 1).split(","))
                .map(path -> base.resolve(path.strip()).normalize().toString())
                .collect(Collectors.joining(","));
  }

  private static <T> T or(T own, T shared) {
    return own != null ? own : shared;
  }

  static Map<String, String> both(Map<String, String> shared, Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(shared == null ? Map.of() : shared);
    all.putAll(own == null ? Map.of() : own);
    // Maven gives null for what is empty in the POM.
    for (Map.Entry<String, String> each : all.entrySet()) {
      if (each.getValue() == null) {
        each.setValue("");
      }
    }
    return all;
  }
}
