package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.CachePlace;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageFile;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.verify.CacheDirectory;
import io.daviestechlabs.dockeradr.verify.CacheManifest;
import io.daviestechlabs.dockeradr.verify.EngineImage;
import io.daviestechlabs.dockeradr.verify.Expectation;
import io.daviestechlabs.dockeradr.verify.ImageArchive;
import io.daviestechlabs.dockeradr.verify.ImageChoice;
import io.daviestechlabs.dockeradr.verify.ImageFacts;
import io.daviestechlabs.dockeradr.verify.Logins;
import io.daviestechlabs.dockeradr.verify.PlainHosts;
import io.daviestechlabs.dockeradr.verify.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was delivered to daemon, registry and files. */
final class ReadBack {
  private final Exec exec;
  private final Map<String, String> environment;
  private final PlainHosts plain;
  private Registry registry;

  ReadBack(Exec exec, Map<String, String> environment, Preflight preflight) {
    this.exec = exec;
    this.environment = environment;
    this.plain = new PlainHosts(preflight.insecure());
  }

  /** Made when it is first needed: many builds ask no registry. */
  private synchronized Registry registry() {
    if (registry == null) {
      registry = new Registry(Logins.read(exec, environment), plain);
    }
    return registry;
  }

  /**
   * Asks once while the build runs, so that connections, tokens and classes are there when it is
   * done. What the answers are does not matter yet.
   *
   * @param image whether the image will be read
   * @param cache whether the cache will be read
   */
  void prepare(BuildRequest wanted, boolean image, boolean cache) {
    if (cache || image && wanted.delivery().push()) {
      Asked.now(
          () -> {
            try {
              return registry().digest(wanted.image());
            } catch (UserError e) {
              return Optional.empty();
            }
          });
    }
  }

  /**
   * What was found.
   *
   * @param image of the first place that was asked
   * @param places that were asked
   * @param differences from what was asked for, with their place
   * @param doubts why a place could not be asked
   */
  record Found(
      Optional<ImageFacts> image,
      List<String> places,
      List<String> differences,
      List<String> doubts) {
    private Found withHistory(String history) {
      if (image.isEmpty()) {
        return this;
      }
      ImageFacts sized = EngineImage.withSizes(image.get(), history);
      return new Found(Optional.of(sized), places, differences, doubts);
    }

    private Found with(ImageFacts next, String place, Expectation expectation) {
      if (!places.contains(place)) {
        places.add(place);
      }
      for (String difference : expectation.differences(next)) {
        String text = "in the " + place + ", " + difference;
        if (!differences.contains(text)) {
          differences.add(text);
        }
      }
      return new Found(image.isPresent() ? image : Optional.of(next), places, differences, doubts);
    }
  }

  /**
   * Reads an image wherever it was delivered to.
   *
   * @param wanted as configured: a push may have loaded as well
   */
  Found image(BuildRequest wanted, Optional<String> digest, Expectation expectation)
      throws InterruptedException {
    Found found =
        new Found(Optional.empty(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Delivery delivery = wanted.delivery();
    Asked<Optional<ImageFacts>> loaded =
        delivery.load() ? Asked.now(() -> daemon(wanted)) : Asked.known(Optional.empty());
    ImageName name = wanted.image();
    ImageName exact = digest.isPresent() ? name.withDigest(digest.get()) : name;
    boolean sized = delivery.push() || !delivery.load();
    Asked<String> history = sized ? Asked.known("") : Asked.now(() -> history(wanted));
    if (delivery.push()) {
      String place = "registry " + name.host();
      List<String> platforms =
          wanted.platforms().isEmpty() ? List.of(BuildRequest.USUAL_PLATFORM) : wanted.platforms();
      List<Asked<Optional<ImageFacts>>> pushed = new ArrayList<>();
      for (String platform : platforms) {
        pushed.add(Asked.now(() -> registry().find(exact, platform)));
      }
      for (Asked<Optional<ImageFacts>> each : pushed) {
        found = add(found, place, expectation, each);
      }
    }
    if (delivery.load()) {
      found = add(found, "daemon", expectation, loaded).withHistory(history.answer());
    }
    ImageChoice choice = new ImageChoice(Optional.of(exact), wanted.platforms());
    for (ImageFile file : delivery.files()) {
      found = add(found, file, expectation, choice);
    }
    return found;
  }

  /** Nobody but the build has written the file: what is wrong with it is no doubt. */
  private static Found add(Found found, ImageFile file, Expectation expectation, ImageChoice choice)
      throws InterruptedException {
    Found more = found;
    if (!Files.exists(file.path())) {
      more.differences().add("the " + file.title() + " is not there");
      return more;
    }
    try {
      for (ImageFacts image : ImageArchive.facts(file.path(), file.title(), choice)) {
        more = more.with(image, file.title(), expectation);
      }
    } catch (UserError e) {
      more.differences().add(e.what());
    }
    return more;
  }

  /** Whether {@link #cache} knows how to read a place. */
  static boolean canRead(CachePlace place) {
    return place.reference().isPresent() || directory(place).isPresent();
  }

  /** What a cache holds; what nobody needs in a directory is removed. */
  Optional<CacheManifest> cache(CachePlace place) throws InterruptedException {
    if (place.reference().isPresent()) {
      return registry().cache(place.reference().get());
    }
    Optional<CacheDirectory> directory = directory(place);
    directory.ifPresent(it -> it.prune(Instant.now()));
    return directory.flatMap(CacheDirectory::read);
  }

  private static Optional<CacheDirectory> directory(CachePlace place) {
    return Optional.ofNullable(place.fields().get("dest"))
        .map(name -> new CacheDirectory(Path.of(name)));
  }

  /** The digest of a name in its registry, empty only where it says that it has none. */
  Optional<String> standing(ImageName name) throws InterruptedException {
    return registry().standing(name);
  }

  /** The digest of a base image in its registry. */
  Optional<String> digest(ImageName name) throws InterruptedException {
    return registry().digest(name);
  }

  private Optional<ImageFacts> daemon(BuildRequest wanted) throws InterruptedException {
    return EngineImage.find(exec, wanted.engine().docker(), environment, wanted.image().toString());
  }

  /** Manifests tell how large layers are; the engine tells it in a history. */
  private String history(BuildRequest wanted) throws InterruptedException {
    String name = wanted.image().toString();
    return EngineImage.history(exec, wanted.engine().docker(), environment, name);
  }

  private static Found add(
      Found found, String place, Expectation expectation, Asked<Optional<ImageFacts>> asked)
      throws InterruptedException {
    try {
      Optional<ImageFacts> image = asked.answer();
      if (image.isEmpty()) {
        found.differences().add("the " + place + " does not have the image");
        return found;
      }
      return found.with(image.get(), place, expectation);
    } catch (UserError e) {
      found.doubts().add(e.what());
      return found;
    }
  }
}
