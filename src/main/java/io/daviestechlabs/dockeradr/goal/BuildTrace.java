package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Slug;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.image.LayerContents;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.trace.Account;
import io.daviestechlabs.dockeradr.trace.BuildPage;
import io.daviestechlabs.dockeradr.trace.BuildRecord;
import io.daviestechlabs.dockeradr.trace.Miss;
import io.daviestechlabs.dockeradr.trace.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what an image was made of, so that the next build can say what has changed. */
final class BuildTrace {
  static final String PAGE = "build.html";
  private static final String RECORD = "build-record";

  private final Path record;
  private final Path page;
  private final Asked<Optional<Notes>> notes;
  private boolean worth;

  private BuildTrace(Path record, Path page, Asked<Optional<Notes>> notes) {
    this.record = record;
    this.page = page;
    this.notes = notes;
  }

  /** Begins to look at what the build is made of, while it goes on. */
  static BuildTrace begin(Build build, WantedImage wanted, BuildRequest request, Dockerfile file) {
    Path record = record(wanted, request, "");
    return new BuildTrace(
        record,
        wanted.output().resolve(PAGE),
        Asked.now(
            () -> {
              try {
                IgnoreFile ignore = ContextIgnore.read(request.context(), request.dockerfile());
                Optional<BuildRecord> before = BuildRecord.read(record);
                Optional<Notes> taken =
                    Optional.of(
                        Notes.take(
                            request, file, ignore, build.environment(), before, wanted.id()));
                return taken;
              } catch (UserError e) {
                // The build says it too, and better.
                return Optional.empty();
              }
            }));
  }

  /**
   * Where something about the last build is kept.
   *
   * @param kind ends its name, empty for what it was made of
   */
  static Path record(WantedImage wanted, BuildRequest request, String kind) {
    Optional<Path> directory = request.cache().record();
    if (directory.isEmpty()) {
      return wanted.output().resolve(RECORD + kind + ".json");
    }
    String stage = request.target().isPresent() ? "-" + request.target().get() : "";
    return directory.get().resolve(Slug.tag(request.image().repository() + stage) + kind + ".json");
  }

  /**
   * Why the first steps were not cached; what this build was made of takes the place of what is
   * remembered of the last one.
   *
   * @param steps of the image
   * @param console hears if nothing can be remembered
   */
  List<Miss> finish(List<Step> steps, Console console) throws InterruptedException {
    Optional<Notes> taken = notes.answer();
    if (taken.isEmpty() || steps.isEmpty()) {
      return List.of();
    }
    try {
      AtomicFile.write(record, taken.get().record(steps).json());
    } catch (UserError e) {
      console.warn("the next build will not know what changed: " + e.what());
    }
    return taken.get().misses(steps);
  }

  /** The page, if it has been written and has something to explain. */
  Optional<Path> page() {
    return worth ? Optional.of(page) : Optional.empty();
  }

  /**
   * Tells the page about a build what weighs most in the image's layers, where there is one.
   *
   * @param directory that has the page
   */
  static void fill(Path directory, ImageSubject image) {
    Path page = directory.resolve(PAGE);
    List<String> ids = image.config().diffIds();
    List<LayerContents> layers = image.contents().layers();
    if (ids.size() != layers.size() || !Files.isRegularFile(page)) {
      return;
    }
    Map<String, List<String>> heaviest = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      List<String> lines = new ArrayList<>();
      layers
          .get(i)
          .heaviest()
          .forEach(it -> lines.add(it.path() + "  " + Amount.bytes(it.bytes())));
      heaviest.put(ids.get(i), lines);
    }
    try {
      AtomicFile.write(page, BuildPage.filled(Files.readString(page), heaviest));
    } catch (IOException e) {
      throw new UserError(
          "cannot read " + page + ": " + AtomicFile.reason(e), "Build the image again.", e);
    }
  }

  /** Writes the page about the build. */
  void report(Account account, Console console) {
    try {
      AtomicFile.write(page, BuildPage.of(account));
      if (account.error().isPresent() || !account.misses().isEmpty()) {
        worth = true;
      }
    } catch (UserError e) {
      console.warn("there is no page about the build: " + e.what());
    }
  }
}
