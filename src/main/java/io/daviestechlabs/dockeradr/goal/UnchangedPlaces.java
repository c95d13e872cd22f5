package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.trace.LastBuild;
import io.daviestechlabs.dockeradr.verify.EngineImage;
import io.daviestechlabs.dockeradr.verify.ImageFacts;
import io.daviestechlabs.dockeradr.verify.Logins;
import io.daviestechlabs.dockeradr.verify.PlainHosts;
import io.daviestechlabs.dockeradr.verify.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks registry and engine whether an image, and what it was made from, are what they were. */
final class UnchangedPlaces {
  private static final String OWN_DRIVER = "docker";
  private static final int SHOWN = "sha256:".length() + 12;

  private final Build build;
  private final BuildRequest request;
  private final LastBuild last;
  private final Optional<ImageName> frontend;
  private final Asked<Registry> registry;
  private final Asked<Map<String, ImageFacts>> daemon;
  private final List<Asked<Optional<String>>> asked = new ArrayList<>();

  private UnchangedPlaces(
      Build build, BuildRequest request, LastBuild last, Optional<ImageName> frontend) {
    this.build = build;
    this.request = request;
    this.last = last;
    this.frontend = frontend;
    // A client for HTTPS takes a while to be made.
    this.registry =
        Asked.now(
            () ->
                new Registry(
                    Logins.read(build.exec(), build.environment()),
                    new PlainHosts(last.insecure())));
    this.daemon = Asked.now(this::inDaemon);
  }

  /** Begins to ask. */
  static UnchangedPlaces ask(
      Build build, BuildRequest request, LastBuild last, Optional<ImageName> frontend) {
    UnchangedPlaces places = new UnchangedPlaces(build, request, last, frontend);
    places.last.images().forEach((name, digest) -> places.ask(() -> places.moved(name, digest)));
    if (request.delivery().push()) {
      request.names().forEach(name -> places.ask(() -> places.overwritten(name)));
    }
    if (request.delivery().load()) {
      request.names().forEach(name -> places.ask(() -> places.unloaded(name)));
    }
    return places;
  }

  private void ask(Asked.Question<Optional<String>> question) {
    asked.add(
        Asked.now(
            () -> {
              try {
                return question.call();
              } catch (UserError e) {
                return Optional.of(e.what());
              }
            }));
  }

  /** What is not where it was, or cannot be asked for; empty if all is. */
  Optional<String> gone() throws InterruptedException {
    Optional<String> file = UnchangedImage.delivered(request).touched(last.delivered());
    if (file.isPresent()) {
      return file.map(path -> path + " is not as it was written");
    }
    for (Asked<Optional<String>> each : asked) {
      if (each.answer().isPresent()) {
        return each.answer();
      }
    }
    return Optional.empty();
  }

  /** The engine's own builder takes an image that the engine has, whatever the registry has. */
  private Optional<String> moved(String name, String digest) throws InterruptedException {
    ImageName image = ImageName.parse(name);
    if (isTakenFromEngine(image)) {
      ImageFacts known = daemon.answer().get(name);
      if (known != null) {
        return isSame(known, digest) ? Optional.empty() : Optional.of(name + " has moved");
      }
    }
    Optional<String> now = registry.answer().digest(image);
    if (now.isEmpty()) {
      return Optional.of("the registry does not tell which image " + name + " is");
    }
    return now.get().equals(digest)
        ? Optional.empty()
        : Optional.of(name + " moved from " + brief(digest) + " to " + brief(now.get()));
  }

  private boolean isTakenFromEngine(ImageName image) {
    return last.driver().equals(OWN_DRIVER)
        && !request.engine().pull()
        && frontend.filter(image::isSame).isEmpty();
  }

  private Optional<String> overwritten(ImageName name) throws InterruptedException {
    Optional<String> now = registry.answer().digest(name);
    if (now.isEmpty()) {
      return Optional.of("the registry does not have " + name);
    }
    return now.get().equals(last.digest())
        ? Optional.empty()
        : Optional.of("in the registry, " + name + " is " + brief(now.get()));
  }

  private Optional<String> unloaded(ImageName name) throws InterruptedException {
    ImageFacts now = daemon.answer().get(name.toString());
    if (now == null) {
      return Optional.of("the engine does not have " + name);
    }
    return isSame(now, last.digest()) || now.id().equals(last.id())
        ? Optional.empty()
        : Optional.of("in the engine, " + name + " is another image");
  }

  private static String brief(String digest) {
    return digest.length() > SHOWN ? digest.substring(0, SHOWN) + "…" : digest;
  }

  private static boolean isSame(ImageFacts image, String digest) {
    return image.id().equals(digest) || image.digest().filter(digest::equals).isPresent();
  }

  private Map<String, ImageFacts> inDaemon() throws InterruptedException {
    List<String> names = new ArrayList<>();
    last.images().keySet().stream()
        .filter(name -> isTakenFromEngine(ImageName.parse(name)))
        .forEach(names::add);
    if (request.delivery().load()) {
      request.names().forEach(name -> names.add(name.toString()));
    }
    Map<String, Asked<Optional<ImageFacts>>> asked = new LinkedHashMap<>();
    for (String name : names) {
      asked.put(
          name,
          Asked.now(
              () ->
                  EngineImage.find(
                      build.exec(), request.engine().docker(), build.environment(), name)));
    }
    Map<String, ImageFacts> found = new LinkedHashMap<>();
    for (String name : names) {
      asked.get(name).answer().ifPresent(image -> found.put(name, image));
    }
    return found;
  }
}
