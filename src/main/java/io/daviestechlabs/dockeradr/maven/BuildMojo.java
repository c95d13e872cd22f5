package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Attestations;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Inputs;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.goal.Build;
import io.daviestechlabs.dockeradr.goal.BuildResult;
import io.daviestechlabs.dockeradr.goal.BuiltImage;
import io.daviestechlabs.dockeradr.goal.Console;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Builds the module's image with {@code docker buildx}: labelled from the POM, cached in the
 * registry, loaded or pushed, and read back to see that it is what was asked for.
 */
@Mojo(name = "build", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BuildMojo extends AdrMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.build.skip", defaultValue = "false")
  private boolean buildSkip;

  /** Name of the image, with or without registry and tag; the tag is the version if not given. */
  @Parameter(property = "docker-adr.image", defaultValue = "${project.artifactId}")
  private String image;

  /** Registry to put before a name that has none, as {@code registry.example.com:5000/team}. */
  @Parameter(property = "docker-adr.registry", defaultValue = "${docker.push.registry}")
  private String registry;

  /** Further tags of the same repository, or whole names of other ones. */
  @Parameter(property = "docker-adr.tags")
  private List<String> tags;

  /**
   * The Dockerfile; {@code Dockerfile}, or else {@code src/main/docker/Dockerfile}, where it is not
   * given.
   */
  @Parameter(property = "docker-adr.dockerfile")
  private File dockerfile;

  /** The directory that COPY reads from; the module's where it is not given. */
  @Parameter(property = "docker-adr.context")
  private File context;

  /** The stage to build; the last one where it is not given. */
  @Parameter(property = "docker-adr.target")
  private String target;

  /** Platforms to build for. */
  @Parameter(property = "docker-adr.platforms", defaultValue = "linux/amd64")
  private List<String> platforms;

  /** Loads the image into the engine; done where it is not given and nothing is pushed. */
  @Parameter(property = "docker-adr.load")
  private Boolean load;

  /** Pushes the image to the registry in its name. */
  @Parameter(property = "docker-adr.push", defaultValue = "false")
  private boolean push;

  /**
   * Values for ARG; {@code -Ddocker-adr.args.NAME=value} sets one from the command line. They end
   * up in the image's history, so secrets are refused.
   */
  @Parameter private Map<String, String> args;

  /**
   * Further build contexts by name: a directory, a URL, {@code docker-image://…} or {@code
   * oci-layout://…}.
   */
  @Parameter private Map<String, String> buildContexts;

  /** Secrets for {@code RUN --mount=type=secret}, each with an id and either env or file. */
  @Parameter private List<SecretParameter> secrets;

  /** SSH keys or sockets for {@code RUN --mount=type=ssh}: {@code default} or {@code id=path}. */
  @Parameter private List<String> ssh;

  /** Labels beside those from the POM; they win over them. */
  @Parameter private Map<String, String> labels;

  /** Labels the image from the POM and from git. */
  @Parameter(property = "docker-adr.labelled", defaultValue = "true")
  private boolean labelled;

  /** Reads the image back and fails if labels, user or health check are not those asked for. */
  @Parameter(property = "docker-adr.verify", defaultValue = "true")
  private boolean verify;

  /** Where layers are kept between builds: mode, ref, from, branch. */
  @Parameter private CacheParameter cache;

  /** {@code auto}, {@code required}, {@code read} or {@code off}; see cache. */
  @Parameter(property = "docker-adr.cache.mode")
  private String cacheMode;

  /** The cache's reference; see cache. */
  @Parameter(property = "docker-adr.cache.ref")
  private String cacheRef;

  /**
   * Who reads the Dockerfile: {@code declared} is the image in its syntax line, {@code builtin} the
   * frontend inside the engine, anything else the name of a mirror image.
   */
  @Parameter(property = "docker-adr.frontend", defaultValue = "declared")
  private String frontend;

  /** The buildx builder; the current one where it is not given. */
  @Parameter(property = "docker-adr.builder")
  private String builder;

  /** Runs every step, whatever is cached. */
  @Parameter(property = "docker-adr.noCache", defaultValue = "false")
  private boolean noCache;

  /** Asks the registry for newer base images. */
  @Parameter(property = "docker-adr.pull", defaultValue = "false")
  private boolean pull;

  /**
   * Attests how the image came to be: {@code false}, {@code mode=min} or {@code mode=max}. Off,
   * because it makes an index of a single image, with another digest at each rebuild.
   */
  @Parameter(property = "docker-adr.provenance", defaultValue = "false")
  private String provenance;

  /** Attests what is in the image: {@code false} or {@code true}. */
  @Parameter(property = "docker-adr.sbom", defaultValue = "false")
  private String sbom;

  private final SettingsDecrypter decrypter;

  @Inject
  BuildMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  boolean isSkipped() {
    return buildSkip;
  }

  @Override
  void run(Console console) {
    Module module = module();
    Optional<BuiltImage> built = module.built(dockerfile, context, target);
    if (built.isEmpty() && module.project().getPackaging().equals("pom")) {
      console.info("no Dockerfile, nothing to build");
      return;
    }
    BuiltImage source =
        built.orElseThrow(
            () ->
                new UserError(
                    "there is no Dockerfile in " + module.base(),
                    "Write one there or in src/main/docker, or set <dockerfile>;"
                        + " -Ddocker-adr.build.skip leaves the image out."));
    BuildRequest request = request(module, source);
    BuildResult result =
        new Build(
                request,
                labelled ? Optional.of(module.facts()) : Optional.empty(),
                verify,
                getLog().isDebugEnabled(),
                module.output(),
                System.getenv(),
                module.logins(request.registries(), decrypter),
                new Processes(),
                console)
            .run();
    result.properties().forEach(module.project().getProperties()::setProperty);
  }

  private BuildRequest request(Module module, BuiltImage source) {
    ImageName name = ImageName.parse(image);
    if (registry != null && name.registry().isEmpty()) {
      name = name.on(registry);
    }
    if (name.tag().isEmpty() && name.digest().isEmpty()) {
      name = name.withTag(module.project().getVersion().replaceAll("[^\\w.-]", "-"));
    }
    return new BuildRequest(
        name,
        listOf(tags),
        source.context(),
        source.dockerfile(),
        source.target(),
        platforms,
        Delivery.of(load == null ? !push : load, push),
        inputs(module),
        new Marks(labels == null ? Map.of() : labels, Map.of()),
        (cache == null ? new CacheParameter() : cache).toCache(cacheMode, cacheRef),
        new Attestations(Optional.of(provenance), Optional.of(sbom)),
        new Engine("docker", Optional.ofNullable(builder), Frontend.of(frontend), noCache, pull),
        OptionalLong.empty(),
        Optional.empty());
  }

  private Inputs inputs(Module module) {
    Map<String, String> values = new TreeMap<>(args == null ? Map.of() : args);
    values.putAll(module.userProperties("docker-adr.args."));
    return new Inputs(
        values,
        buildContexts == null ? Map.of() : buildContexts,
        secrets == null ? List.of() : secrets.stream().map(SecretParameter::toSecret).toList(),
        listOf(ssh));
  }
}
