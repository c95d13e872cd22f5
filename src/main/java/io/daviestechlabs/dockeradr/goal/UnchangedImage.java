package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.trace.LastBuild;
import io.daviestechlabs.dockeradr.trace.NotedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One image that may still be what the last build has made. */
final class UnchangedImage {
  private static final String IGNORE = ".dockerignore";

  private final Build build;
  private final WantedImage wanted;
  private final BuildRequest request;
  private final BuildSource source;
  private final Path record;
  private final Optional<LastBuild> last;
  private final Map<String, String> plan;
  private final Optional<ImageName> frontend;
  private final List<Path> contexts = new ArrayList<>();
  private final String never;
  private final NotedFiles found;
  private final Asked<NotedFiles> files;
  private final Optional<UnchangedPlaces> places;

  private UnchangedImage(Build build, WantedImage wanted) {
    this.build = build;
    this.wanted = wanted;
    this.source = wanted.source();
    this.request = after(build, ImageBuild.besides(build, wanted, source), source);
    request.inputs().check(build.environment());
    this.record = BuildTrace.record(wanted, request, "-state");
    this.last = LastBuild.read(record);
    this.frontend = source.frontend(request.engine(), request.inputs().buildArgs());
    this.never = never();
    // The answers take longest, and are wanted in all likelihood.
    this.places =
        last.filter(it -> never.isEmpty())
            .map(it -> UnchangedPlaces.ask(build, request, it, frontend));
    this.plan = PlannedOptions.of(labelled(), build.environment(), build.verify());
    this.found = noted();
    NotedFiles known = last.map(LastBuild::files).orElse(NotedFiles.NONE);
    this.files = Asked.now(() -> found.read(request.context(), known));
  }

  /**
   * Begins to look at what an image is made of.
   *
   * @throws UserError for what cannot be built
   */
  static UnchangedImage look(Build build, WantedImage wanted) {
    return new UnchangedImage(build, wanted);
  }

  private static BuildRequest after(Build build, BuildRequest request, BuildSource source) {
    BuildRequest changed = request;
    for (BuiltBefore other : ImageBuild.before(build, request, source)) {
      changed =
          changed.withInputs(
              changed.inputs().withContext(other.name().toString(), other.context()));
    }
    return changed;
  }

  /** With all labels but the digest of a base image that is named by a tag: it is asked for. */
  private BuildRequest labelled() {
    Optional<OciLabels> labels = ImageBuild.labels(build, request, source.stage());
    Map<String, String> marks = new TreeMap<>(labels.map(OciLabels::labels).orElse(Map.of()));
    marks.putAll(request.marks().labels());
    BuildRequest marked = request.withMarks(new Marks(marks, request.marks().annotations()));
    return labels.isPresent() && marked.sourceDateEpoch().isEmpty()
        ? marked.withSourceDateEpoch(labels.get().created())
        : marked;
  }

  /** Why nobody can know whether it would be the same again; empty if one can. */
  private String never() {
    Delivery delivery = request.delivery();
    if (request.engine().noCache() || !request.engine().uncached().isEmpty()) {
      return "steps are to run whatever is cached";
    }
    if (!delivery.load() && !delivery.push() && delivery.files().isEmpty()) {
      return "it is delivered nowhere";
    }
    if (frontend.isPresent() && !frontend.get().path().matches("(.*/)?dockerfile[^/]*")) {
      return "the frontend " + frontend.get() + " may read anything";
    }
    for (Map.Entry<String, String> context : request.inputs().contexts().entrySet()) {
      String place = context.getValue();
      if (!place.startsWith("docker-image://") && !place.startsWith("target:")) {
        Optional<Path> directory = directory(place);
        directory.ifPresent(contexts::add);
        if (directory.isEmpty()) {
          return "the build context '" + context.getKey() + "' is elsewhere";
        }
      }
    }
    return "";
  }

  private static Optional<Path> directory(String place) {
    try {
      return Optional.of(Path.of(place).toAbsolutePath()).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** As things are at this moment. */
  private NotedFiles noted() {
    Path dockerfile = request.dockerfile().toAbsolutePath();
    List<Path> others = new ArrayList<>(contexts);
    others.add(dockerfile);
    others.add(dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE));
    others.add(request.context().toAbsolutePath().resolve(IGNORE));
    return NotedFiles.of(
        request.context(),
        ContextIgnore.read(request.context(), request.dockerfile()),
        ContextSources.of(source.file(), request.inputs().buildArgs()),
        others.stream().filter(Files::exists).toList());
  }

  String name() {
    return request.image().toString();
  }

  boolean isOf(BuildResult result) {
    return result.key().equals(wanted.id());
  }

  /** What is not as it was; empty if the build would make the same again. */
  Optional<String> change() throws InterruptedException {
    if (!never.isEmpty()) {
      return Optional.of(never);
    }
    if (last.isEmpty()) {
      return Optional.of("there is no record of a last build");
    }
    Optional<String> change = last.get().change(plan);
    if (change.isPresent()) {
      return change;
    }
    NotedFiles now = files.answer();
    Optional<String> file =
        Optional.of(now.problem())
            .filter(problem -> !problem.isEmpty())
            .or(() -> now.change(last.get().files()));
    return file.isPresent() ? file : places.orElseThrow().gone();
  }

  /** What the last build has made, with its files in their places. */
  BuildResult result(long start) throws InterruptedException {
    LastBuild made = last.orElseThrow();
    new ImageFiles(wanted.output()).restore(made.written());
    NotedFiles now = files.answer();
    if (made.files().isFresh() || now.touched(made.files()).isPresent()) {
      keep(made.withFiles(now));
    }
    build.console().info("nothing has changed: " + name() + " is " + made.digest());
    return new BuildResult(
        wanted.id(),
        request.names(),
        Optional.of(made.digest()),
        Optional.of(made.id()).filter(id -> !id.isEmpty()),
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Keeps what the next build has to know, or says why it will not know enough. */
  void remember(BuildxRun run, BuildResult result, Preflight preflight)
      throws InterruptedException {
    if (!never.isEmpty()) {
      return;
    }
    List<Step> steps = run.steps(wanted.id());
    Materials materials = Materials.of(run.metadata(wanted.id()), steps);
    NotedFiles then = files.answer();
    Optional<String> problem =
        Stream.of(materials.problem(), then.problem(), lostCache(steps))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .or(() -> noted().touched(then).map(path -> path + " was written to meanwhile"));
    if (problem.isPresent() || result.digest().isEmpty()) {
      forget(problem.orElse("it has no digest"));
      return;
    }
    keep(
        new LastBuild(
            plan,
            then,
            materials.images(),
            preflight.driver(),
            preflight.insecure(),
            result.digest().get(),
            result.id().orElse(""),
            new ImageFiles(wanted.output()).texts(),
            delivered(request)));
  }

  private void forget(String problem) {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      // It is of an earlier build, and still true.
    }
    build.console().info("the next build of " + name() + " will not be skipped: " + problem);
  }

  /** The image is built, whether the next build knows of it or not. */
  private void keep(LastBuild made) {
    try {
      AtomicFile.write(record, made.json());
    } catch (UserError e) {
      build.console().warn("the next build will not be skipped: " + e.what());
    }
  }

  private static String lostCache(List<Step> steps) {
    boolean lost = steps.stream().anyMatch(it -> it.isCacheExport() && it.error().isPresent());
    return lost ? "the cache was not written" : "";
  }

  /** The files that an image was written to, as they are now. */
  static NotedFiles delivered(BuildRequest request) {
    return NotedFiles.whole(request.delivery().files().stream().map(ImageFile::path).toList());
  }
}
