package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.Bake;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.DockerConfig;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Masked;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import io.daviestechlabs.dockeradr.buildx.Scratch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds images, reads back what came out, and says both.
 *
 * @param images what is to be built, one or more
 * @param before what earlier modules have built, for images that start from it
 * @param project from which labels are made; empty for no labels but those of the requests
 * @param git what labels are made of, too
 * @param verify whether what was delivered is read back and compared
 * @param report whether a page about the build is written
 * @param verbose whether the command and the output of all steps are shown
 * @param environment the variables that buildx sees
 * @param logins for registries, beside those that the docker command has
 * @param asking finds out what the machine can do
 * @param exec runs buildx
 * @param console hears about it
 */
public record Build(
    List<WantedImage> images,
    List<BuiltBefore> before,
    Optional<ProjectFacts> project,
    Repositories git,
    boolean verify,
    boolean report,
    boolean verbose,
    Map<String, String> environment,
    List<RegistryLogin> logins,
    Preflight.Asking asking,
    Exec exec,
    Console console) {
  public Build {
    images = List.copyOf(images);
    before = List.copyOf(before);
  }

  /**
   * Begins to ask what the machine can do, while there is something else to do before a build.
   *
   * @return waits for the answer
   */
  public static Preflight.Asking ahead(
      Preflight.Asking asking, Exec exec, Engine engine, Map<String, String> environment) {
    Asked<Preflight> asked = Asked.now(() -> asking.of(exec, engine, environment));
    return (sameExec, sameEngine, withLogins) -> asked.answer();
  }

  /** Begins to ask git what labels and tags will want to know. */
  public static void ahead(Repositories git, Path directory) {
    Asked.now(() -> git.around(directory));
  }

  /**
   * Builds.
   *
   * @return what came out, in the order of the images
   * @throws UserError if the build fails, or if an image is not what was asked for
   */
  public List<BuildResult> run() {
    long start = System.nanoTime();
    for (WantedImage image : images) {
      if (!image.skipUnchanged()) {
        removeFiles(image);
      }
    }
    try (Scratch scratch = Scratch.create()) {
      return loggedIn(scratch.directory().resolve("login")).run(scratch.directory(), start);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  /** The same build with an environment in which the docker command knows the logins. */
  private Build loggedIn(Path directory) {
    Map<String, String> changed = DockerConfig.with(directory, environment, logins);
    return new Build(
        images, before, project, git, verify, report, verbose, changed, List.of(), asking, exec,
        console);
  }

  private static void removeFiles(WantedImage image) {
    new ImageFiles(image.output()).remove();
  }

  private List<BuildResult> run(Path scratch, long start) throws InterruptedException {
    Unchanged unchanged = Unchanged.look(this);
    Optional<List<BuildResult>> there = unchanged.results(start);
    if (there.isPresent()) {
      return there.get();
    }
    for (WantedImage image : images) {
      removeFiles(image);
    }
    Asked<Preflight> asked = ask();
    List<ImageBuild> builds = begin();
    ReadBack readBack = plan(builds, asked.answer(), Optional.of(scratch));
    Map<ImageName, String> standing = new FixedNames(readBack).standing(fixed());
    for (ImageBuild build : builds) {
      build.hold(standing, asked.answer());
      build.prepare(readBack);
    }
    WrittenLayouts layouts = new WrittenLayouts(images);
    BuildxRun run = new BuildxRun(this, scratch);
    try {
      run.start(builds);
      for (ImageBuild build : builds) {
        build.compare(run);
      }
      run.push(builds);
      layouts.prune();
    } catch (UserError e) {
      if (!run.hasBegun()) {
        withVersion(asked.answer()).checkBuildx();
      }
      for (ImageBuild build : builds) {
        build.failed(run, e, start);
      }
      throw e;
    }
    List<BuildResult> results = new ArrayList<>();
    for (ImageBuild build : builds) {
      results.add(build.finish(run, readBack, start));
    }
    unchanged.remember(run, results, asked.answer());
    return results;
  }

  /**
   * Writes what would be built as a definition for bake, and builds nothing.
   *
   * @param file that gets it
   */
  public void print(Path file) {
    try {
      Asked<Preflight> asked = ask();
      List<ImageBuild> builds = begin();
      plan(builds, asked.answer(), Optional.empty());
      Map<String, BuildRequest> requests = new LinkedHashMap<>();
      builds.forEach(build -> requests.put(build.target(), build.plan().request()));
      AtomicFile.write(file, new Bake(requests).definition());
      console.info("wrote " + file);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  private List<ImageBuild> begin() {
    WantedImages.check(images);
    List<ImageBuild> builds = new ArrayList<>();
    for (WantedImage image : images) {
      image.request().inputs().check(environment);
      image.request().cache().check(environment);
      builds.add(ImageBuild.begin(this, image));
    }
    for (String stage : images.get(0).request().engine().uncached()) {
      if (builds.stream().noneMatch(build -> build.hasStage(stage))) {
        throw new UserError(
            "<noCacheFilters> has '" + stage + "', and there is no stage of that name",
            "Write the name behind AS; <noCache> is for all stages.");
      }
    }
    return builds;
  }

  private Asked<Preflight> ask() {
    return Asked.now(() -> asking.of(exec, images.get(0).request().engine(), environment));
  }

  private ReadBack plan(List<ImageBuild> builds, Preflight preflight, Optional<Path> scratch)
      throws InterruptedException {
    List<BuildRequest> requests = requests();
    for (BuildRequest request : requests) {
      preflight.check(request);
    }
    if (images.size() > 1 && Preflight.isForLater(requests)) {
      withVersion(preflight).checkTogether(requests);
    }
    ReadBack readBack = new ReadBack(exec, environment, preflight);
    HandedOver handedOver = new HandedOver(this, preflight, scratch);
    for (ImageBuild build : builds) {
      build.plan(preflight, handedOver, readBack);
    }
    return readBack;
  }

  private Preflight withVersion(Preflight preflight) throws InterruptedException {
    return preflight.withVersion(exec, images.get(0).request().engine(), environment);
  }

  static UserError cancelled(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new UserError("The build was cancelled", "Start it again.", e);
  }

  /** Hides what is secret in any of the images. */
  Masked masked() {
    return Masked.of(requests(), environment);
  }

  private List<ImageName> fixed() {
    List<ImageName> fixed = new ArrayList<>();
    for (WantedImage image : images) {
      fixed.addAll(image.fixed());
    }
    return fixed;
  }

  private List<BuildRequest> requests() {
    List<BuildRequest> requests = new ArrayList<>();
    for (WantedImage image : images) {
      requests.add(image.request());
    }
    return requests;
  }
}
