package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Bake;
import io.daviestechlabs.dockeradr.buildx.BuildFailure;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Buildx;
import io.daviestechlabs.dockeradr.buildx.BuiltinFrontend;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.CacheStore;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.Progress;
import io.daviestechlabs.dockeradr.buildx.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of buildx: build for an image that is alone, bake for several. */
final class BuildxRun {
  private static final String METADATA = "metadata.json";
  private static final int MAX_CHECKS = 20;
  private static final long LONGEST_PAUSE = 60;

  private final Build build;
  private final Path scratch;
  private final Map<String, BuildRequest> requests = new LinkedHashMap<>();
  private Progress progress;
  private String metadata = "";
  private String command = "";
  private Optional<Progress> cacheWritten = Optional.empty();
  private boolean together;
  private String file = "";

  /**
   * @param scratch a private directory that lives as long as the run
   */
  BuildxRun(Build build, Path scratch) {
    this.build = build;
    this.scratch = scratch;
    this.progress = new Progress(build.masked());
  }

  /**
   * Runs it to its end.
   *
   * @throws UserError if it fails
   */
  void start(List<ImageBuild> builds) throws InterruptedException {
    together = builds.size() > 1;
    file = together ? "" : builds.get(0).plan().request().dockerfile().getFileName().toString();
    for (ImageBuild each : builds) {
      prepare(each.plan().request().delivery());
    }
    for (ImageBuild each : builds) {
      requests.put(each.id(), told(each));
    }
    run(command(requests, METADATA), environment());
    metadata = read(scratch.resolve(METADATA));
    // The lint goal has all of them.
    List<String> warnings = warnings();
    for (String warning : warnings.subList(0, Math.min(MAX_CHECKS, warnings.size()))) {
      build.console().warn(warning);
    }
    writeCacheAgain();
  }

  /**
   * Pushes what has been built and held back, under the names that are left.
   *
   * @throws UserError if it fails, or if something else is built by now
   */
  void push(List<ImageBuild> builds) throws InterruptedException {
    List<ImageBuild> unpushed = unpushed(builds);
    if (unpushed.isEmpty()) {
      return;
    }
    Map<String, BuildRequest> pushes = new LinkedHashMap<>();
    builds.forEach(each -> pushes.put(each.id(), pushed(requests.get(each.id()), each.unpushed())));
    Progress first = progress;
    String known = metadata;
    String said = command;
    progress = new Progress(build.masked());
    run(command(pushes, "pushed.json"), environment());
    metadata = read(scratch.resolve("pushed.json"));
    List<Optional<String>> digests = digests(unpushed);
    progress = first;
    metadata = known;
    command = said;
    if (!digests.equals(digests(unpushed))) {
      throw new UserError(
          "What is built has changed while it was built", "Build again when nobody changes it.");
    }
  }

  private static BuildRequest pushed(BuildRequest request, List<ImageName> names) {
    BuildRequest known = request.withEngine(request.engine().content());
    if (!(request.cache().store() instanceof CacheStore.Inline)) {
      known = known.withCache(request.cache().withMode(Cache.Mode.OFF));
    }
    return names.isEmpty()
        ? known
            .withDelivery(Delivery.NOWHERE)
            // Images that start from it have its labels, and nobody has its annotations.
            .withMarks(new Marks(request.marks().labels(), Map.of()))
        : known.withNames(names).withDelivery(request.delivery().pushed());
  }

  private static List<ImageBuild> unpushed(List<ImageBuild> builds) {
    List<ImageBuild> unpushed = new ArrayList<>();
    for (ImageBuild each : builds) {
      if (!each.unpushed().isEmpty()) {
        unpushed.add(each);
      }
    }
    return unpushed;
  }

  private List<Optional<String>> digests(List<ImageBuild> builds) {
    return builds.stream().map(each -> metadata(each.id()).digest()).toList();
  }

  /** Whether buildx got as far as to a first step. */
  boolean hasBegun() {
    return !progress.steps().isEmpty();
  }

  /** Its steps: those of one image where it builds several. */
  List<Step> steps(String id) {
    List<Step> all = steps(progress, id);
    if (cacheWritten.isEmpty()) {
      return all;
    }
    List<Step> steps = new ArrayList<>(all);
    steps.removeIf(Step::isCacheExport);
    steps(cacheWritten.get(), id).stream().filter(Step::isCacheExport).forEach(steps::add);
    return List.copyOf(steps);
  }

  private List<Step> steps(Progress run, String id) {
    return together ? run.steps(id) : run.steps();
  }

  /** What BuildKit found to say about the Dockerfile, with its place where there is only one. */
  List<String> warnings() {
    Set<String> warnings = new LinkedHashSet<>();
    for (Progress.Warning it : progress.warnings()) {
      warnings.add(
          it.line() > 0 && !file.isEmpty()
              ? file + ":" + it.line() + ": " + it.message()
              : it.message());
    }
    return List.copyOf(warnings);
  }

  /** The command, fit to be shown; empty before it is known. */
  String command() {
    return command;
  }

  /** What buildx wrote about an image. */
  BuildMetadata metadata(String id) {
    BuildMetadata all = BuildMetadata.parse(metadata);
    return together ? all.of(id) : all;
  }

  /** buildx makes files, but no directories for them. */
  private static void prepare(Delivery delivery) {
    for (ImageFile file : delivery.files()) {
      try {
        Files.createDirectories(file.path().toAbsolutePath().getParent());
      } catch (IOException e) {
        throw new UserError(
            "the directory of " + file.path() + " cannot be made: " + AtomicFile.reason(e),
            "Name another file, or make the directory writable.",
            e);
      }
    }
  }

  private BuildRequest told(ImageBuild each) {
    BuildRequest request = each.plan().request();
    if (request.engine().frontend().kind() != Frontend.Kind.BUILTIN) {
      return request;
    }
    try {
      Path directory = Files.createDirectory(scratch.resolve("image-" + each.id()));
      return BuiltinFrontend.prepare(request, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Map<String, BuildRequest> requests, String metadataFile) {
    Path file = scratch.resolve(metadataFile);
    if (!together) {
      return Buildx.arguments(requests.values().iterator().next().withMetadataFile(file));
    }
    Bake bake = new Bake(requests);
    Path definition = scratch.resolve("docker-bake.json");
    AtomicFile.write(definition, bake.definition());
    return bake.arguments(definition, file);
  }

  private Map<String, String> environment() {
    return together ? Bake.environment(build.environment()) : build.environment();
  }

  /**
   * A cache that was lost to what may pass is written once more, and nothing else: the layers are
   * there by now. The image has been delivered, so that nothing here fails the build.
   */
  private void writeCacheAgain() throws InterruptedException {
    Progress first = progress;
    boolean lost = isCacheLost(first);
    for (int retry = 0; lost && retry < retries(); retry++) {
      build.console().info("writing the cache again in " + pause(retry).toSeconds() + " s");
      Thread.sleep(pause(retry).toMillis());
      progress = new Progress(build.masked());
      boolean done = attempt(command(caches(), "cache.json"), environment()).isEmpty();
      lost = isCacheLost(progress);
      if (done && !lost) {
        cacheWritten = Optional.of(progress);
      }
      progress = first;
    }
  }

  private Map<String, BuildRequest> caches() {
    Map<String, BuildRequest> caches = new LinkedHashMap<>();
    requests.forEach(
        (id, request) ->
            caches.put(id, request.withDelivery(Delivery.NOWHERE).withMarks(Marks.NONE)));
    return caches;
  }

  private static boolean isCacheLost(Progress run) {
    for (Step step : run.steps()) {
      boolean lost = step.isCacheExport() && step.error().isPresent();
      if (lost && BuildFailure.of(List.of(step), List.of()).passing()) {
        return true;
      }
    }
    return false;
  }

  private int retries() {
    return build.images().get(0).request().engine().retries();
  }

  private static Duration pause(int retry) {
    return Duration.ofSeconds(Math.min(1L << 2 * retry, LONGEST_PAUSE));
  }

  private void run(List<String> command, Map<String, String> environment)
      throws InterruptedException {
    this.command = build.masked().command(command);
    if (build.verbose()) {
      build.console().info(this.command);
    }
    Optional<BuildFailure> failure = attempt(command, environment);
    for (int retry = 0; failure.isPresent(); retry++) {
      if (retry >= retries() || !failure.get().passing()) {
        throw failed(failure.get());
      }
      Duration pause = pause(retry);
      build.console().warn(failure.get().what() + "; trying again in " + pause.toSeconds() + " s");
      Thread.sleep(pause.toMillis());
      progress = new Progress(build.masked());
      failure = attempt(command, environment);
    }
  }

  /** Why it failed, empty if it did not. */
  private Optional<BuildFailure> attempt(List<String> command, Map<String, String> environment)
      throws InterruptedException {
    BuildScreen screen = new BuildScreen(progress, build.console(), build.verbose());
    try {
      Exec.Outcome outcome = build.exec().run(Exec.Command.of(command, environment), screen);
      screen.end();
      return outcome.exitCode() == 0
          ? Optional.empty()
          : Optional.of(BuildFailure.of(progress.steps(), progress.text(), outcome.exitCode()));
    } catch (IOException e) {
      throw new UserError(
          "docker buildx cannot be started: " + e.getMessage(),
          "Install Docker with the buildx plugin.",
          e);
    } finally {
      screen.clear();
    }
  }

  private UserError failed(BuildFailure failure) {
    Console console = build.console();
    if (failure.kind() == BuildFailure.Kind.OTHER) {
      progress.text().forEach(console::error);
    } else if (!failure.output().isEmpty() && !build.verbose()) {
      failure.step().ifPresent(step -> console.error("last output of " + step.name()));
      failure.output().forEach(line -> console.error("  " + line));
    }
    return failure.error();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
