package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Attestations;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.ImageNames;
import io.daviestechlabs.dockeradr.buildx.NewBuilder;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.buildx.QuickDocker;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import io.daviestechlabs.dockeradr.buildx.Sandbox;
import io.daviestechlabs.dockeradr.buildx.TagFacts;
import io.daviestechlabs.dockeradr.goal.Build;
import io.daviestechlabs.dockeradr.goal.BuildResult;
import io.daviestechlabs.dockeradr.goal.BuiltImage;
import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import io.daviestechlabs.dockeradr.goal.ReadAhead;
import io.daviestechlabs.dockeradr.goal.WantedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Builds the module's image with {@code docker buildx}: labelled from the POM, cached in the
 * registry, loaded or pushed, and read back to see that it is what was asked for.
 */
@Mojo(name = "build", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BuildMojo extends DeliveringMojo {
  private static final String USUAL_BUILDER = "docker-adr";

  /** Skips this goal. */
  @Parameter(property = "docker-adr.build.skip", defaultValue = "false")
  private boolean buildSkip;

  /**
   * Name of the image, with or without registry and tag; the tag is the version if not given. The
   * tag may have the placeholders of tags.
   */
  @Parameter(property = "docker-adr.image", defaultValue = "${project.artifactId}")
  private String image;

  /**
   * Several images instead of one, each with an id and, where they differ from those of the goal:
   * name, tags, dockerfile, context, target, platforms, args, buildContexts, secrets, ssh, labels,
   * annotations, cache. They are built side by side, and may start from each other. A name that is
   * not given is that of the goal with the id behind it.
   */
  @Parameter private List<ImageParameter> images;

  /**
   * The Dockerfile; {@code Dockerfile}, or else {@code src/main/docker/Dockerfile}, where it is not
   * given.
   */
  @Parameter(property = "docker-adr.dockerfile")
  File dockerfile;

  /** The directory that COPY reads from; the module's where it is not given. */
  @Parameter(property = "docker-adr.context")
  File context;

  /** The stage to build; the last one where it is not given. */
  @Parameter(property = "docker-adr.target")
  String target;

  /** Platforms to build for. */
  @Parameter(property = "docker-adr.platforms", defaultValue = "linux/amd64")
  List<String> platforms;

  /**
   * Values for ARG; {@code -Ddocker-adr.args.NAME=value} sets one from the command line. They end
   * up in the image's history, so secrets are refused.
   */
  @Parameter Map<String, String> args;

  /**
   * Further build contexts by name: a directory as the module sees it, a URL, {@code
   * docker-image://…} or {@code oci-layout://…}.
   */
  @Parameter Map<String, String> buildContexts;

  /**
   * Secrets for {@code RUN --mount=type=secret}, each with an id and one of env, file and server: a
   * variable, a file, or the password of a server in settings.xml. buildx gets the latter as a
   * variable too, and never as an argument.
   */
  @Parameter List<SecretParameter> secrets;

  /**
   * SSH keys or sockets for {@code RUN --mount=type=ssh}: {@code default}, which is the agent of
   * whoever builds, or {@code id=path}. None are given unless asked for.
   */
  @Parameter List<String> ssh;

  /**
   * The network of RUN: {@code default}, {@code none} for builds that are to fetch nothing, or
   * {@code host}, which the builder has to grant. A network of containers cannot be joined.
   */
  @Parameter(property = "docker-adr.network")
  private String network;

  /**
   * Addresses of hosts that no name server knows, by name: {@code
   * <build.example.com>10.1.2.3</build.example.com>}; {@code host-gateway} is the engine's machine.
   */
  @Parameter private Map<String, String> addHosts;

  /** The size of {@code /dev/shm} for RUN, such as {@code 1GiB}. */
  @Parameter(property = "docker-adr.shmSize")
  private String shmSize;

  /** Limits for RUN, such as {@code nofile=1024:2048}. */
  @Parameter(property = "docker-adr.ulimits")
  private List<String> ulimits;

  /**
   * What RUN may do beyond the usual, where the Dockerfile asks for it: {@code network.host},
   * {@code security.insecure} or {@code device}. The builder has to grant it too; the engine's own
   * grants the first.
   */
  @Parameter(property = "docker-adr.allow")
  private List<String> allow;

  /** Labels beside those from the POM; they win over them. */
  @Parameter Map<String, String> labels;

  /**
   * Annotations beside those from the POM, on the manifest and on the index where there is one;
   * {@code index:key} or {@code manifest:key} is for one of them.
   */
  @Parameter Map<String, String> annotations;

  /** Labels the image from the POM and from git. */
  @Parameter(property = "docker-adr.labelled", defaultValue = "true")
  private boolean labelled;

  /** Reads the image back and fails if labels, user or health check are not those asked for. */
  @Parameter(property = "docker-adr.verify", defaultValue = "true")
  private boolean verify;

  /** Writes target/docker-adr/build.html, a page about the build, and what failed in it. */
  @Parameter(property = "docker-adr.report", defaultValue = "true")
  private boolean report;

  /**
   * Where layers are kept between builds: mode, type, ref, from, branch, and what a type needs
   * beside them.
   */
  @Parameter private CacheParameter cache;

  /** {@code auto}, {@code required}, {@code write}, {@code read} or {@code off}; see cache. */
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

  /**
   * Makes the builder where there is none of its name ({@code docker-adr} where that is not given):
   * driver (docker-container, kubernetes or remote), endpoint, options of the driver, config
   * (buildkitd.toml), and several nodes with endpoint, platforms and options each. A builder that
   * is there is left as it is.
   */
  @Parameter private NewBuilderParameter createBuilder;

  /** Runs every step, whatever is cached. */
  @Parameter(property = "docker-adr.noCache", defaultValue = "false")
  private boolean noCache;

  /** Stages of which every step runs, whatever is cached: those that download what changes. */
  @Parameter(property = "docker-adr.noCacheFilters")
  private List<String> noCacheFilters;

  /**
   * Leaves docker and buildx alone where nothing has changed since the last build that had this
   * set: options, labels, Dockerfile, the files that are copied, the images that it starts and
   * copies from, each asked for in its registry, and the images where they were delivered to. What
   * cannot be known, as a remote context, is built. As BuildKit's cache it does not see that a
   * secret has another value, nor what a RUN would download.
   */
  @Parameter(property = "docker-adr.skipUnchanged", defaultValue = "false")
  private boolean skipUnchanged;

  /** Asks the registry for newer base images. */
  @Parameter(property = "docker-adr.pull", defaultValue = "false")
  private boolean pull;

  /**
   * How often a build is started again, after 1, 4, 16 … seconds, because a registry did not answer
   * or had a fault of its own, or because the engine mislaid a layer that builds were unpacking at
   * once. What was built is taken from the engine's cache then, unless there is noCache.
   */
  @Parameter(property = "docker-adr.retries", defaultValue = "2")
  private int retries;

  /**
   * Attests how the image came to be: {@code false}, {@code mode=min}, {@code mode=max} (with all
   * build arguments) or {@code true}. Off, because it makes an index of a single image, with
   * another digest at each rebuild, fully cached or not, and some registries, cloud services and
   * tools want a plain image. The engine's classic image store cannot have it.
   */
  @Parameter(property = "docker-adr.provenance", defaultValue = "false")
  private String provenance;

  /**
   * Attests what is in the image: {@code false}, {@code true} (BuildKit pulls a scanner for it) or
   * {@code generator=image}. It makes an index of a single image too.
   */
  @Parameter(property = "docker-adr.sbom", defaultValue = "false")
  private String sbom;

  /**
   * Builds nothing, and writes what would be built to {@code target/docker-adr/docker-bake.json},
   * for {@code docker buildx bake --file}.
   */
  @Parameter(property = "docker-adr.print", defaultValue = "false")
  private boolean print;

  ServerSecrets servers;
  private final SettingsDecrypter decrypter;
  private final MavenProjectHelper helper;

  @Inject
  BuildMojo(SettingsDecrypter decrypter, MavenProjectHelper helper) {
    this.decrypter = decrypter;
    this.helper = helper;
  }

  @Override
  boolean isSkipped() {
    return buildSkip;
  }

  @Override
  void run(Console console) {
    Module module = module();
    if (!hasImages(module)) {
      console.info("no Dockerfile, nothing to build");
      return;
    }
    SettingsLogins logins = module.settings(decrypter);
    servers = new ServerSecrets(logins);
    Exec exec = new QuickDocker(new Processes());
    Preflight.Asking asking = asking(module, exec, System.getenv(), console);
    Repositories git = new Repositories();
    if (labelled) {
      Build.ahead(git, module.base());
    }
    List<WantedImage> wanted = wanted(module, git, console);
    Map<ImageName, String> beside = module.builtBeside();
    Set<ImageName> spoken = new LinkedHashSet<>();
    // Most builds have no use for them, and the Dockerfiles are still being read.
    if (!beside.isEmpty() || !logins.isEmpty()) {
      for (WantedImage each : wanted) {
        spoken.addAll(each.spoken());
      }
    }
    for (String line : undeclared(beside, spoken)) {
      console.warn(line);
    }
    Build build =
        new Build(
            wanted,
            module.builtBefore(),
            labelled ? Optional.of(module.facts()) : Optional.empty(),
            git,
            verify,
            report,
            getLog().isDebugEnabled(),
            // Only now do the secrets that settings.xml has for the images have their variables.
            servers.with(System.getenv()),
            logins.of(spoken),
            asking,
            exec,
            console);
    if (print) {
      build.print(module.output().resolve("docker-bake.json"));
      return;
    }
    List<BuildResult> results = build.run();
    for (BuildResult result : results) {
      module.project().getProperties().putAll(result.properties());
    }
    module.remember(results, push);
    if (attach) {
      module.attach(results, helper);
    }
  }

  /** A parent has none, unless it says so. */
  private boolean hasImages(Module module) {
    return !listOf(images).isEmpty()
        || !module.project().getPackaging().equals("pom")
        || source(module, new ImageParameter()).isPresent();
  }

  /** Not before there is a need: a builder is made last, and what is there already needs none. */
  private Preflight.Asking asking(
      Module module, Exec exec, Map<String, String> environment, Console console) {
    Optional<NewBuilder> builder = newBuilder();
    if (builder.isPresent()) {
      builder.get().unlike(environment).ifPresent(console::warn);
    }
    Preflight.Asking asking = module.preflight(builder);
    return createBuilder == null && !skipUnchanged
        ? Build.ahead(asking, exec, engine(), environment)
        : asking;
  }

  /** That an image was there already is luck where nobody has told Maven the order. */
  private static List<String> undeclared(Map<ImageName, String> beside, Set<ImageName> spoken) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<ImageName, String> built : beside.entrySet()) {
      if (isSpoken(built.getKey(), spoken)) {
        lines.add(
            "image "
                + built.getKey()
                + " is built by the module '"
                + built.getValue()
                + "', which this one does not depend on: Maven may build it later; add it as a"
                + " <dependency> of <type>pom</type>");
      }
    }
    return lines;
  }

  private static boolean isSpoken(ImageName image, Set<ImageName> spoken) {
    for (ImageName each : spoken) {
      if (each.isSame(image)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> builderName() {
    boolean usual = builder == null && createBuilder != null;
    return Optional.ofNullable(usual ? USUAL_BUILDER : builder);
  }

  private Optional<NewBuilder> newBuilder() {
    return createBuilder == null
        ? Optional.empty()
        : Optional.of(createBuilder.toBuilder(builderName().get()));
  }

  private List<WantedImage> wanted(Module module, Repositories git, Console console) {
    TagFacts facts = module.tagFacts(git);
    List<ImageParameter> all = listOf(images);
    List<WantedImage> wanted = new ArrayList<>();
    for (ImageParameter each : all.isEmpty() ? List.of(new ImageParameter()) : all) {
      wanted.add(wanted(module, each, facts, console));
    }
    return wanted;
  }

  private WantedImage wanted(Module module, ImageParameter each, TagFacts facts, Console console) {
    String id = each.id();
    BuiltImage source = found(source(module, each), module);
    ReadAhead ahead = ReadAhead.of(source, each.buildArgs(module, this));
    ImageNames names = each.names(this, image, facts);
    for (String line : names.warnings()) {
      console.warn(id.isEmpty() ? line : id + ": " + line);
    }
    return new WantedImage(
        id,
        each.request(module, this, names, source),
        id.isEmpty() ? module.output() : module.output().resolve(id),
        refusesTaken() ? names.fixed() : Set.of(),
        skipUnchanged,
        Optional.of(ahead));
  }

  private Optional<BuiltImage> source(Module module, ImageParameter of) {
    return of.source(module, dockerfile, context, target);
  }

  private static BuiltImage found(Optional<BuiltImage> source, Module module) {
    if (source.isEmpty()) {
      throw new UserError(
          "there is no Dockerfile in " + module.base(),
          "Write one there or in src/main/docker, or set <dockerfile>;"
              + " -Ddocker-adr.build.skip leaves the image out.");
    }
    return source.get();
  }

  Attestations attestations() {
    return new Attestations(Optional.of(provenance), Optional.of(sbom));
  }

  Engine engine() {
    return new Engine(
        "docker",
        builderName(),
        Frontend.of(frontend),
        noCache,
        pull,
        Math.max(0, retries),
        listOf(noCacheFilters));
  }

  Sandbox sandbox() {
    return new Sandbox(
        Optional.ofNullable(network),
        addHosts == null ? Map.of() : addHosts,
        LintSettings.optionalBytes("shmSize", shmSize),
        listOf(ulimits),
        listOf(allow));
  }

  Cache cache(CacheParameter own) {
    CacheParameter chosen = own != null ? own : cache != null ? cache : new CacheParameter();
    return chosen.toCache(cacheMode, cacheRef, System.getenv());
  }
}
