package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.BuildFailure;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Buildx;
import io.daviestechlabs.dockeradr.buildx.BuiltinFrontend;
import io.daviestechlabs.dockeradr.buildx.DockerConfig;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Frontend;
import io.daviestechlabs.dockeradr.buildx.GitRepository;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Masked;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Progress;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import io.daviestechlabs.dockeradr.buildx.Scratch;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an image, reads back what came out, and says both.
 *
 * @param request what is to be built; labels in it win over those of the project
 * @param project from which labels are made; empty for no labels but those of the request
 * @param verify whether what was delivered is read back and compared
 * @param verbose whether the command and the output of all steps are shown
 * @param output the directory that gets {@code image.digest}, {@code image.id}, {@code image.json}
 *     and {@code metadata.json}
 * @param environment the variables that buildx sees
 * @param logins for registries, beside those that the docker command has
 * @param exec runs buildx
 * @param console hears about it
 */
public record Build(
    BuildRequest request,
    Optional<ProjectFacts> project,
    boolean verify,
    boolean verbose,
    Path output,
    Map<String, String> environment,
    List<RegistryLogin> logins,
    Exec exec,
    Console console) {
  private static final String METADATA = "metadata.json";
  private static final int MAX_CHECKS = 20;

  /**
   * Builds.
   *
   * @throws UserError if the build fails, or if the image is not what was asked for
   */
  public BuildResult run() {
    long start = System.nanoTime();
    new ImageFiles(output).remove();
    try (Scratch scratch = Scratch.create()) {
      return loggedIn(scratch.directory().resolve("login")).run(scratch.directory(), start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("The build was cancelled", "Start it again.", e);
    }
  }

  /** The same build with an environment in which the docker command knows the logins. */
  private Build loggedIn(Path directory) {
    Map<String, String> changed = DockerConfig.with(directory, environment, logins);
    return new Build(request, project, verify, verbose, output, changed, List.of(), exec, console);
  }

  private BuildResult run(Path scratch, long start) throws InterruptedException {
    Dockerfile file = dockerfile();
    request.inputs().secrets().forEach(secret -> secret.check(environment));
    FinalStage stage = FinalStage.of(file, request.target(), request.inputs().buildArgs());
    Asked<Optional<OciLabels>> fromProject = Asked.now(() -> labels(stage));
    Asked<Optional<String>> local = Asked.now(() -> localDigest(stage));
    Preflight preflight = Preflight.of(exec, request.engine(), environment);
    preflight.check(request);
    ReadBack readBack = new ReadBack(exec, environment, preflight);
    Optional<OciLabels> labels = fromProject.answer();
    if (labels.isPresent()) {
      Optional<String> digest = baseDigest(stage, preflight, local, readBack);
      labels = labels.map(known -> digest.map(known::withBaseDigest).orElse(known));
    }
    BuildPlan plan = BuildPlan.of(request, labels, stage, preflight);
    plan.warnings().forEach(console::warn);
    Progress progress = new Progress(Masked.of(request, environment));
    readBack.prepare(request, verify, Buildx.cacheWritten(plan.request()).isPresent());
    buildx(plan, scratch, progress);
    BuildMetadata metadata = BuildMetadata.parse(read(scratch.resolve(METADATA)));
    checkBase(plan, stage, metadata);
    checks(progress);
    BuildResult result = result(plan, progress, metadata, readBack, start);
    new ImageFiles(output).write(named(plan), result, read(scratch.resolve(METADATA)));
    result.lines().forEach(console::info);
    return result;
  }

  /** What was asked for, with the labels that were decided on. */
  private BuildRequest named(BuildPlan plan) {
    return request.withMarks(plan.request().marks());
  }

  private Dockerfile dockerfile() {
    if (!Files.isDirectory(request.context())) {
      throw new UserError(
          "The build context " + request.context() + " is no directory",
          "Name a directory that is there with <context>.");
    }
    Path path = request.dockerfile();
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(
          "There is no Dockerfile " + path, "Create it, or name another one with <dockerfile>.");
    }
    SourceFile file = SourceFile.read(path, path.toString());
    return Dockerfile.parse(
        file.source()
            .orElseThrow(
                () ->
                    new UserError(
                        "The Dockerfile " + path + " " + file.problem(),
                        "Mend the file, or name another one with <dockerfile>.")));
  }

  private Optional<OciLabels> labels(FinalStage stage) {
    return project.map(
        facts ->
            OciLabels.of(
                facts,
                GitRepository.facts(request.context()),
                stage.base(),
                Optional.ofNullable(environment.get("SOURCE_DATE_EPOCH"))));
  }

  /** The engine takes a base image that it has, unless it is told to ask for it again. */
  private Optional<String> baseDigest(
      FinalStage stage, Preflight preflight, Asked<Optional<String>> local, ReadBack readBack)
      throws InterruptedException {
    if (stage.base().isEmpty() || stage.base().get().digest().isPresent()) {
      return Optional.empty();
    }
    Optional<String> known = preflight.keepsWhatItPushes() ? local.answer() : Optional.empty();
    try {
      return known.isPresent() ? known : readBack.digest(stage.base().get());
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  private Optional<String> localDigest(FinalStage stage) throws InterruptedException {
    Optional<ImageName> base = stage.base().filter(name -> name.digest().isEmpty());
    if (project.isEmpty() || base.isEmpty() || request.engine().pull()) {
      return Optional.empty();
    }
    List<String> command =
        List.of(
            request.engine().docker(),
            "image",
            "inspect",
            "--format",
            "{{join .RepoDigests \"\\n\"}}",
            base.get().toString());
    try {
      String digests = exec.run(Exec.Command.of(command, environment), Exec.Listener.DEAF).output();
      return digests
          .lines()
          .filter(line -> line.startsWith(base.get().repository() + "@"))
          .map(line -> line.substring(line.indexOf('@') + 1))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void buildx(BuildPlan plan, Path scratch, Progress progress) throws InterruptedException {
    BuildRequest told = plan.request().withMetadataFile(scratch.resolve(METADATA));
    if (told.engine().frontend().kind() == Frontend.Kind.BUILTIN) {
      told = BuiltinFrontend.prepare(told, scratch);
    }
    List<String> command = Buildx.arguments(told);
    if (verbose) {
      console.info(Masked.of(request, environment).command(command));
    }
    BuildScreen screen = new BuildScreen(progress, console, verbose);
    try {
      Exec.Outcome outcome = exec.run(Exec.Command.of(command, environment), screen);
      screen.clear();
      if (outcome.exitCode() != 0) {
        throw failed(progress);
      }
    } catch (IOException e) {
      throw new UserError(
          "docker buildx cannot be started: " + e.getMessage(),
          "Install Docker with the buildx plugin.",
          e);
    } finally {
      screen.clear();
    }
  }

  private UserError failed(Progress progress) {
    BuildFailure failure = BuildFailure.of(progress.steps(), progress.text());
    if (failure.kind() == BuildFailure.Kind.OTHER) {
      progress.text().forEach(console::error);
    } else if (!failure.output().isEmpty() && !verbose) {
      failure.step().ifPresent(step -> console.error("last output of " + step.name()));
      failure.output().forEach(line -> console.error("  " + line));
    }
    return failure.error();
  }

  /** The base image may have moved between the question and the build. */
  private void checkBase(BuildPlan plan, FinalStage stage, BuildMetadata metadata) {
    Optional<String> used = stage.base().flatMap(metadata::material);
    if (plan.baseDigest().isPresent() && used.isPresent() && !used.equals(plan.baseDigest())) {
      console.warn(
          "the label of the base image says "
              + plan.baseDigest().get()
              + ", but the build used "
              + used.get());
    }
  }

  /** What BuildKit found to say about the Dockerfile; the lint goal has all of it. */
  private void checks(Progress progress) {
    String file = request.dockerfile().getFileName().toString();
    progress.warnings().stream()
        .limit(MAX_CHECKS)
        .map(it -> it.line() > 0 ? file + ":" + it.line() + ": " + it.message() : it.message())
        .forEach(console::warn);
  }

  private BuildResult result(
      BuildPlan plan, Progress progress, BuildMetadata metadata, ReadBack readBack, long start)
      throws InterruptedException {
    List<Step> steps = progress.steps();
    Asked<Optional<String>> asked = Asked.now(() -> cacheSummary(plan, steps, readBack));
    ReadBack.Found found =
        verify
            ? readBack.image(request, metadata.digest(), plan.expectation())
            : new ReadBack.Found(Optional.empty(), List.of(), List.of(), List.of());
    Optional<String> cache = cache(plan, steps, asked);
    found.doubts().forEach(doubt -> console.warn("not verified: " + doubt));
    if (!found.differences().isEmpty()) {
      found.differences().forEach(console::error);
      throw new UserError(
          "The image is not what was asked for: " + String.join("; ", found.differences()),
          "See whether another build pushed the same name, and build again.");
    }
    return new BuildResult(
        request.names(),
        metadata.digest(),
        metadata.id().or(() -> found.image().map(image -> image.id())),
        found.image().map(image -> image.size()).orElse(0L),
        steps.stream().filter(it -> it.isInstruction() && !it.isBase()).toList(),
        cache,
        checked(plan, found),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static Optional<String> checked(BuildPlan plan, ReadBack.Found found) {
    if (found.places().isEmpty()) {
      return Optional.empty();
    }
    List<String> what = new ArrayList<>();
    int labels = plan.expectation().labels().size();
    what.add(labels == 1 ? "1 label" : labels + " labels");
    plan.expectation().user().ifPresent(user -> what.add("user " + user));
    plan.expectation().healthCheck().filter(it -> it).ifPresent(it -> what.add("health check"));
    return Optional.of(
        String.join(", ", what)
            + " read back from the "
            + String.join(" and the ", found.places()));
  }

  /** A cache that was not written costs the next build its time, and nobody else would say so. */
  private Optional<String> cache(BuildPlan plan, List<Step> steps, Asked<Optional<String>> asked)
      throws InterruptedException {
    Optional<String> reference = cacheToExpect(plan, steps);
    try {
      Optional<String> summary = asked.answer();
      boolean layers = steps.stream().anyMatch(it -> it.isInstruction() && !it.isBase());
      if (reference.isPresent() && summary.isEmpty() && layers) {
        console.warn("cache " + reference.get() + " was not written");
      }
      return summary;
    } catch (UserError e) {
      console.warn("cache not verified: " + e.what());
      return Optional.empty();
    }
  }

  private Optional<String> cacheSummary(BuildPlan plan, List<Step> steps, ReadBack readBack)
      throws InterruptedException {
    Optional<String> reference = cacheToExpect(plan, steps);
    return reference.isPresent() ? readBack.cache(reference.get()) : Optional.empty();
  }

  /** The reference that the build wrote; empty where it said itself that it did not. */
  private static Optional<String> cacheToExpect(BuildPlan plan, List<Step> steps) {
    boolean lost =
        steps.stream().anyMatch(step -> step.isCacheExport() && step.error().isPresent());
    return lost ? Optional.empty() : Buildx.cacheWritten(plan.request());
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
