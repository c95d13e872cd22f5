package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that decides what one {@code docker buildx build} does.
 *
 * @param image the name of the image, with its tag
 * @param tags further tags of the same repository, or whole names of other ones
 * @param context the directory that {@code COPY} reads from
 * @param dockerfile the Dockerfile
 * @param target the stage to build, the last one where empty
 * @param platforms for example {@code linux/amd64}; none for that of the engine
 * @param delivery where the image goes
 * @param inputs what the build may read besides its context
 * @param sandbox what its steps find around them
 * @param marks labels and annotations
 * @param cache where layers are kept between builds
 * @param attestations provenance and bill of materials
 * @param engine which builder works, and how
 * @param sourceDateEpoch the image's time in seconds since 1970, the engine's clock where empty
 * @param metadataFile where buildx writes digest and name of what it built
 */
public record BuildRequest(
    ImageName image,
    List<String> tags,
    Path context,
    Path dockerfile,
    Optional<String> target,
    List<String> platforms,
    Delivery delivery,
    Inputs inputs,
    Sandbox sandbox,
    Marks marks,
    Cache cache,
    Attestations attestations,
    Engine engine,
    OptionalLong sourceDateEpoch,
    Optional<Path> metadataFile) {
  /** What is built where nothing else is asked for. */
  public static final String USUAL_PLATFORM = "linux/amd64";

  public BuildRequest {
    Objects.requireNonNull(image);
    Objects.requireNonNull(context);
    Objects.requireNonNull(dockerfile);
    tags = List.copyOf(tags);
    platforms = Platforms.of(platforms);
    withoutDigest(image);
    for (String tag : tags) {
      named(image, tag);
    }
  }

  /** A request for one platform that neither loads nor pushes. */
  public static BuildRequest of(ImageName image, Path context, Path dockerfile) {
    return new BuildRequest(
        image,
        List.of(),
        context,
        dockerfile,
        Optional.empty(),
        List.of(USUAL_PLATFORM),
        Delivery.NOWHERE,
        Inputs.NONE,
        Sandbox.USUAL,
        Marks.NONE,
        Cache.AUTOMATIC,
        Attestations.NONE,
        Engine.USUAL,
        OptionalLong.empty(),
        Optional.empty());
  }

  /** All names of the image, the first one first, each once. */
  public List<ImageName> names() {
    Set<ImageName> names = new LinkedHashSet<>();
    names.add(image);
    for (String tag : tags) {
      names.add(named(image, tag));
    }
    return List.copyOf(names);
  }

  /** The images that registries are asked for: names, cache and frontend. */
  public Set<ImageName> images() {
    Set<ImageName> images = new LinkedHashSet<>(names());
    Optional<CachePlace> written = cache.written(this);
    if (written.isPresent()) {
      add(images, written.get().reference());
    }
    for (CachePlace place : cache.read(this)) {
      add(images, place.reference());
    }
    add(images, engine.frontend().mirror());
    return images;
  }

  /** Whether a registry gets an index rather than one manifest. */
  public boolean makesIndex() {
    return platforms.size() > 1 || attestations.any();
  }

  /** The same build of another Dockerfile. */
  public BuildRequest withDockerfile(Path other) {
    Parts parts = new Parts(this);
    parts.dockerfile = other;
    return parts.whole();
  }

  /** The same build for other platforms. */
  public BuildRequest withPlatforms(List<String> other) {
    Parts parts = new Parts(this);
    parts.platforms = other;
    return parts.whole();
  }

  /** The same build of another stage. */
  public BuildRequest withTarget(String stage) {
    Parts parts = new Parts(this);
    parts.target = Optional.of(stage);
    return parts.whole();
  }

  /** The same build with further names. */
  public BuildRequest withTags(List<String> other) {
    Parts parts = new Parts(this);
    parts.tags = other;
    return parts.whole();
  }

  /**
   * The same build, called otherwise.
   *
   * @param names at least one
   */
  public BuildRequest withNames(List<ImageName> names) {
    List<String> further = new ArrayList<>();
    for (ImageName name : names.subList(1, names.size())) {
      further.add(name.toString());
    }
    Parts parts = new Parts(this);
    parts.image = names.get(0);
    parts.tags = further;
    return parts.whole();
  }

  /** The same build, delivered elsewhere. */
  public BuildRequest withDelivery(Delivery other) {
    Parts parts = new Parts(this);
    parts.delivery = other;
    return parts.whole();
  }

  /** The same build from other inputs. */
  public BuildRequest withInputs(Inputs other) {
    Parts parts = new Parts(this);
    parts.inputs = other;
    return parts.whole();
  }

  /** The same build with other surroundings of its steps. */
  public BuildRequest withSandbox(Sandbox other) {
    Parts parts = new Parts(this);
    parts.sandbox = other;
    return parts.whole();
  }

  /** The same build with other labels and annotations. */
  public BuildRequest withMarks(Marks other) {
    Parts parts = new Parts(this);
    parts.marks = other;
    return parts.whole();
  }

  /** The same build with another cache. */
  public BuildRequest withCache(Cache other) {
    Parts parts = new Parts(this);
    parts.cache = other;
    return parts.whole();
  }

  /** The same build with other attestations. */
  public BuildRequest withAttestations(Attestations other) {
    Parts parts = new Parts(this);
    parts.attestations = other;
    return parts.whole();
  }

  /** The same build by another engine. */
  public BuildRequest withEngine(Engine other) {
    Parts parts = new Parts(this);
    parts.engine = other;
    return parts.whole();
  }

  /** The same build at another time. */
  public BuildRequest withSourceDateEpoch(OptionalLong seconds) {
    Parts parts = new Parts(this);
    parts.sourceDateEpoch = seconds;
    return parts.whole();
  }

  /** The same build, telling a file what it made. */
  public BuildRequest withMetadataFile(Path file) {
    Parts parts = new Parts(this);
    parts.metadataFile = Optional.of(file);
    return parts.whole();
  }

  private static void add(Set<ImageName> images, Optional<ImageName> image) {
    if (image.isPresent()) {
      images.add(image.get());
    }
  }

  private static ImageName named(ImageName image, String tag) {
    return withoutDigest(ImageName.isTag(tag) ? image.withTag(tag) : ImageName.parse(tag));
  }

  /** An image is built under a name that says nothing about what is in it. */
  static ImageName withoutDigest(ImageName name) {
    if (name.digest().isPresent()) {
      throw new UserError(
          "'" + name + "' has a digest, which an image gets by being built",
          "Write a tag instead.");
    }
    return name;
  }

  /** A request that is being changed. */
  private static final class Parts {
    private ImageName image;
    private List<String> tags;
    private Path context;
    private Path dockerfile;
    private Optional<String> target;
    private List<String> platforms;
    private Delivery delivery;
    private Inputs inputs;
    private Sandbox sandbox;
    private Marks marks;
    private Cache cache;
    private Attestations attestations;
    private Engine engine;
    private OptionalLong sourceDateEpoch;
    private Optional<Path> metadataFile;

    private Parts(BuildRequest request) {
      image = request.image;
      tags = request.tags;
      context = request.context;
      dockerfile = request.dockerfile;
      target = request.target;
      platforms = request.platforms;
      delivery = request.delivery;
      inputs = request.inputs;
      sandbox = request.sandbox;
      marks = request.marks;
      cache = request.cache;
      attestations = request.attestations;
      engine = request.engine;
      sourceDateEpoch = request.sourceDateEpoch;
      metadataFile = request.metadataFile;
    }

    private BuildRequest whole() {
      return new BuildRequest(
          image,
          tags,
          context,
          dockerfile,
          target,
          platforms,
          delivery,
          inputs,
          sandbox,
          marks,
          cache,
          attestations,
          engine,
          sourceDateEpoch,
          metadataFile);
    }
  }
}
