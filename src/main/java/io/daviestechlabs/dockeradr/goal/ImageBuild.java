package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.trace.Miss;
import io.daviestechlabs.dockeradr.verify.EngineImage;
import io.daviestechlabs.dockeradr.verify.ImageFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One image on its way: what is known of it, what is planned, what came out. */
final class ImageBuild {
  private final Build build;
  private final WantedImage wanted;
  private final BuildSource source;
  private final FinalStage stage;
  private final Asked<Optional<OciLabels>> labels;
  private final Asked<Optional<String>> localBase;
  private BuildRequest request;
  private BuildTrace trace;
  private BuildPlan plan;
  private Map<ImageName, String> standing = Map.of();

  private ImageBuild(Build build, WantedImage wanted, BuildSource source) {
    this.build = build;
    this.wanted = wanted;
    this.source = source;
    this.stage = source.stage();
    this.request = besides(build, wanted, source);
    this.labels = Asked.now(this::fromProject);
    this.localBase = Asked.now(this::localDigest);
  }

  /**
   * Reads the Dockerfile, and begins to ask for what takes a while.
   *
   * @throws UserError if there is no Dockerfile, or no build context
   */
  static ImageBuild begin(Build build, WantedImage wanted) {
    return new ImageBuild(build, wanted, wanted.source());
  }

  /** An image that is built beside this one is taken from there, whatever a registry has. */
  static BuildRequest besides(Build build, WantedImage wanted, BuildSource source) {
    BuildRequest request = wanted.request();
    for (WantedImage other : build.images()) {
      for (ImageName name : other.request().names()) {
        if (other != wanted && source.uses(name)) {
          request = with(request, name, "target:" + other.id());
        }
      }
    }
    return request;
  }

  /** An image of an earlier module is that very one, though nobody may have pushed it. */
  private BuildRequest after(HandedOver handedOver) throws InterruptedException {
    BuildRequest changed = request;
    for (BuiltBefore other : before(build, request, source)) {
      changed = with(changed, other.name(), handedOver.context(other));
    }
    return changed;
  }

  /** The images of earlier modules that one uses, but for those with a build context already. */
  static List<BuiltBefore> before(Build build, BuildRequest request, BuildSource source) {
    List<BuiltBefore> used = new ArrayList<>();
    for (BuiltBefore other : build.before()) {
      if (source.uses(other.name()) && request.inputs().context(other.name()).isEmpty()) {
        used.add(other);
      }
    }
    return used;
  }

  private static BuildRequest with(BuildRequest request, ImageName name, String context) {
    return request.withInputs(request.inputs().withContext(name.toString(), context));
  }

  /** What the build calls the image. */
  String id() {
    return wanted.id();
  }

  /** What bake calls it. */
  String target() {
    return id().isEmpty() ? "image" : id();
  }

  /** Whether its Dockerfile has a stage of a name. */
  boolean hasStage(String name) {
    return source.file().stages().stream()
        .flatMap(each -> each.name().stream())
        .anyMatch(name::equalsIgnoreCase);
  }

  /** What was decided. */
  BuildPlan plan() {
    return plan;
  }

  /** Decides. */
  void plan(Preflight preflight, HandedOver handedOver, ReadBack readBack)
      throws InterruptedException {
    request = after(handedOver);
    Optional<OciLabels> known = labels.answer();
    if (known.isPresent()) {
      Optional<String> digest = baseDigest(preflight, readBack);
      if (digest.isPresent()) {
        known = Optional.of(known.get().withBaseDigest(digest.get()));
      }
    }
    plan = BuildPlan.of(request, known, stage, preflight);
    for (String warning : plan.warnings()) {
      warn(warning);
    }
  }

  /**
   * Keeps the image from the registry until it is known to be the one that has its names there.
   *
   * @param all names, of other images too, that registries have, with their digests
   * @throws UserError if it cannot be known
   */
  void hold(Map<ImageName, String> all, Preflight preflight) {
    if (all.isEmpty() || !request.delivery().push()) {
      return;
    }
    standing = new TreeMap<>(Comparator.comparing(ImageName::toString));
    standing.putAll(all);
    standing.keySet().retainAll(wanted.fixed());
    if (!standing.isEmpty() && request.attestations().any()) {
      throw FixedNames.taken(standing.keySet(), "and an image with attestations is never the same");
    }
    Optional<String> silent = preflight.tellsNoDigestFirst(request);
    if (silent.isPresent()) {
      throw FixedNames.taken(
          all.keySet(), "and " + silent.get() + " tells no digest before a push");
    }
    BuildRequest planned = plan.request();
    Delivery held = planned.delivery().held(request.delivery().load());
    plan = plan.withRequest(planned.withDelivery(held));
  }

  /**
   * Sees that the names which a registry has are this image's.
   *
   * @throws UserError if they are not
   */
  void compare(BuildxRun run) {
    if (!standing.isEmpty()) {
      FixedNames.same(standing, run.metadata(id()).digest().orElse("unknown"));
      build.console().info("the registry has " + FixedNames.list(standing.keySet()) + " already");
    }
  }

  /** The names that the image is still to be pushed under. */
  List<ImageName> unpushed() {
    return plan.request().delivery().held()
        ? request.names().stream().filter(name -> !standing.containsKey(name)).toList()
        : List.of();
  }

  /** Begins with what is to be known when the image is built, and would only delay it before. */
  void prepare(ReadBack readBack) {
    trace = BuildTrace.begin(build, wanted, request, source.file());
    readBack.prepare(request, build.verify(), WrittenCache.isInRegistry(plan.request()));
  }

  /**
   * Reads back what came out, writes the image's files and says what it is.
   *
   * @throws UserError if it is not what was asked for
   */
  BuildResult finish(BuildxRun run, ReadBack readBack, long start) throws InterruptedException {
    BuildMetadata metadata = run.metadata(id());
    checkBase(metadata);
    if (metadata.digest().isPresent()) {
      new FixedNames(readBack).kept(wanted.fixed(), metadata.digest().get());
    }
    BuildResult result = result(run, metadata, readBack, start);
    new ImageFiles(wanted.output())
        .write(request.withMarks(plan.request().marks()), result, metadata.text());
    for (String line : result.lines()) {
      build.console().info(line);
    }
    if (trace.page().isPresent()) {
      build.console().info("  report   " + trace.page().get());
    }
    return result;
  }

  private Optional<OciLabels> fromProject() {
    return labels(build, request, stage);
  }

  /** What the project has for an image, but for what a registry has to say. */
  static Optional<OciLabels> labels(Build build, BuildRequest request, FinalStage stage) {
    if (build.project().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        OciLabels.of(
            build.project().get(),
            build.git().around(request.context()),
            stage.base(),
            Optional.ofNullable(build.environment().get("SOURCE_DATE_EPOCH"))));
  }

  /** The engine takes a base image that it has, unless it is told to ask for it again. */
  private Optional<String> baseDigest(Preflight preflight, ReadBack readBack)
      throws InterruptedException {
    Optional<String> handed =
        stage.base().isPresent() ? handed(stage.base().get()) : Optional.empty();
    if (handed.isPresent() || asksForBase().isEmpty()) {
      return handed;
    }
    Optional<String> known = preflight.keepsWhatItPushes() ? localBase.answer() : Optional.empty();
    try {
      return known.isPresent() ? known : readBack.digest(stage.base().get());
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** The digest of an image that an earlier module has built. */
  private Optional<String> handed(ImageName name) {
    for (BuiltBefore other : build.before()) {
      if (other.name().isSame(name)) {
        return Optional.of(other.digest());
      }
    }
    return Optional.empty();
  }

  /** The base image, where its digest is not known yet and can be. */
  private Optional<ImageName> asksForBase() {
    Optional<ImageName> base = stage.base();
    boolean asks =
        base.isPresent()
            && base.get().digest().isEmpty()
            && request.inputs().context(base.get()).isEmpty();
    return asks ? base : Optional.empty();
  }

  private Optional<String> localDigest() throws InterruptedException {
    Optional<ImageName> base = asksForBase();
    if (build.project().isEmpty() || base.isEmpty() || request.engine().pull()) {
      return Optional.empty();
    }
    return EngineImage.digest(
        build.exec(), request.engine().docker(), build.environment(), base.get());
  }

  /** The base image may have moved between the question and the build. */
  private void checkBase(BuildMetadata metadata) {
    if (plan.baseDigest().isEmpty() || stage.base().isEmpty()) {
      return;
    }
    Optional<String> used = Materials.digest(metadata, stage.base().get());
    if (used.isPresent() && !used.equals(plan.baseDigest())) {
      warn(
          "the label of the base image says "
              + plan.baseDigest().get()
              + ", but the build used "
              + used.get());
    }
  }

  private BuildResult result(BuildxRun run, BuildMetadata metadata, ReadBack readBack, long start)
      throws InterruptedException {
    List<Step> steps = run.steps(id());
    WrittenCache written = new WrittenCache(plan.request(), steps, readBack);
    Asked<ReadBack.Found> asked =
        build.verify()
            ? Asked.now(() -> readBack.image(request, metadata.digest(), plan.expectation()))
            : Asked.known(new ReadBack.Found(Optional.empty(), List.of(), List.of(), List.of()));
    List<Miss> misses = trace.finish(steps, build.console());
    ReadBack.Found found = asked.answer();
    Optional<String> cache = written.line(build.console());
    for (String doubt : found.doubts()) {
      warn("not verified: " + doubt);
    }
    if (!found.differences().isEmpty()) {
      found.differences().forEach(build.console()::error);
      throw new UserError(
          "The image is not what was asked for: " + String.join("; ", found.differences()),
          "See whether another build pushed the same name, and build again.");
    }
    Optional<ImageFacts> image = found.image();
    BuildResult result =
        new BuildResult(
            id(),
            request.names(),
            metadata.digest(),
            metadata.id().isEmpty() && image.isPresent()
                ? Optional.of(image.get().id())
                : metadata.id(),
            image.isPresent() ? image.get().size() : 0,
            instructions(steps),
            cache,
            missed(misses),
            checked(found),
            Duration.ofNanos(System.nanoTime() - start));
    if (build.report()) {
      BuildAccount account = new BuildAccount(plan.request(), run, steps, misses, build.masked());
      trace.report(account.of(result, image), build.console());
    }
    return result;
  }

  /** The steps that stand for lines of the Dockerfile, but for those that only name a base. */
  static List<Step> instructions(List<Step> steps) {
    List<Step> instructions = new ArrayList<>();
    for (Step step : steps) {
      if (step.isInstruction() && !step.isBase()) {
        instructions.add(step);
      }
    }
    return instructions;
  }

  /** Keeps what is known of a build that failed; that it failed is said by others. */
  void failed(BuildxRun run, UserError error, long start) throws InterruptedException {
    List<Step> steps = run.steps(id());
    if (!steps.isEmpty()) {
      List<Miss> misses = trace.finish(steps, build.console());
      if (build.report()) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        BuildAccount account = new BuildAccount(plan.request(), run, steps, misses, build.masked());
        trace.report(account.failed(error, time), build.console());
        trace.page().ifPresent(page -> build.console().info("report   " + page));
      }
    }
  }

  private Optional<String> checked(ReadBack.Found found) {
    if (found.places().isEmpty()) {
      return Optional.empty();
    }
    List<String> what = new ArrayList<>();
    int labels = plan.expectation().labels().size();
    what.add(labels == 1 ? "1 label" : labels + " labels");
    if (plan.expectation().user().isPresent()) {
      what.add("user " + plan.expectation().user().get());
    }
    if (plan.expectation().healthCheck().orElse(false)) {
      what.add("health check");
    }
    return Optional.of(
        String.join(", ", what)
            + " read back from the "
            + String.join(" and the ", found.places()));
  }

  private List<String> missed(List<Miss> misses) {
    String file = request.dockerfile().getFileName().toString();
    List<String> lines = new ArrayList<>();
    for (Miss miss : misses) {
      String place = miss.line() > 0 ? " (" + file + ":" + miss.line() + ")" : "";
      lines.add(miss.shortText() + place + ": " + miss.why());
    }
    return lines;
  }

  private void warn(String line) {
    build.console().warn(id().isEmpty() ? line : id() + ": " + line);
  }
}
