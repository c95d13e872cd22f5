package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.DockerConfig;
import io.daviestechlabs.dockeradr.buildx.Engine;
import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import io.daviestechlabs.dockeradr.buildx.Scratch;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.lint.ImageSubject.Origin;
import io.daviestechlabs.dockeradr.lint.OciLabel;
import io.daviestechlabs.dockeradr.verify.DaemonImages;
import io.daviestechlabs.dockeradr.verify.ImageArchive;
import io.daviestechlabs.dockeradr.verify.ImageChoice;
import io.daviestechlabs.dockeradr.verify.ImageSource;
import io.daviestechlabs.dockeradr.verify.Logins;
import io.daviestechlabs.dockeradr.verify.NamedImage;
import io.daviestechlabs.dockeradr.verify.PlainHosts;
import io.daviestechlabs.dockeradr.verify.Registry;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way to images, wherever they are. */
public final class ImageAccess {
  private static final String DOCKER = Engine.USUAL.docker();

  /** Files of reproducible images are that old, and say nothing. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 2);

  private final Exec exec;
  private final Map<String, String> environment;
  private final List<RegistryLogin> logins;
  private final Preflight.Asking asking;
  private final boolean offline;
  private Registry registry;

  /**
   * @param exec for the docker command and its helpers
   * @param environment that they see
   * @param logins for registries, beside those that the docker command has
   * @param asking finds out which registries the engine takes without TLS
   * @param offline whether nothing is asked that nobody has named
   */
  public ImageAccess(
      Exec exec,
      Map<String, String> environment,
      List<RegistryLogin> logins,
      Preflight.Asking asking,
      boolean offline) {
    this.exec = exec;
    this.environment = Map.copyOf(environment);
    this.logins = List.copyOf(logins);
    this.asking = asking;
    this.offline = offline;
  }

  ImageSource open(ImagePlace place, Path standpoint) throws InterruptedException {
    return switch (place.kind()) {
      case ARCHIVE -> ImageArchive.open(place.archive(), place.title(standpoint));
      case REGISTRY -> registry().source(place.name().orElseThrow());
      case DAEMON ->
          DaemonImages.source(exec, DOCKER, environment, place.name().orElseThrow().toString());
    };
  }

  /** Made when it is first needed: archives ask no registry. */
  private synchronized Registry registry() throws InterruptedException {
    if (registry == null) {
      try (Scratch scratch = Scratch.create()) {
        Map<String, String> loggedIn =
            DockerConfig.with(scratch.directory().resolve("login"), environment, logins);
        registry = new Registry(Logins.read(exec, loggedIn), new PlainHosts(insecure()));
      }
    }
    return registry;
  }

  /** The registries that the engine takes without TLS, where there is one. */
  private List<String> insecure() throws InterruptedException {
    try {
      return asking.of(exec, Engine.USUAL, environment).insecure();
    } catch (UserError e) {
      return List.of();
    }
  }

  /**
   * What an image is built upon: exactly, where it says the digest of its base image and that one's
   * registry knows it, else as its history looks.
   */
  Origin origin(StoredImage image, ImagePlace place) throws InterruptedException {
    Origin guess = new Origin(image.config().layersOfBase(), Optional.empty());
    Map<String, String> labels = image.config().labels();
    String name = labels.getOrDefault(OciLabel.BASE_NAME.key(), "");
    String digest = labels.getOrDefault(OciLabel.BASE_DIGEST.key(), "");
    // What somebody else has written into an archive does not make us ask around.
    boolean asks = !offline && !place.isForeign() && OciLabel.BASE_DIGEST.faultOf(digest).isEmpty();
    if (!asks || name.isBlank()) {
      return guess;
    }
    try (ImageSource source = registry().source(ImageName.parse(name).withDigest(digest))) {
      NamedImage base = source.images().get(0);
      String platform = image.config().platform().toString();
      ImageChoice choice = new ImageChoice(Optional.empty(), List.of(platform));
      ImageConfig config = source.read(base, choice.offers(base).get(0)).config();
      int layers = config.diffIds().size();
      List<String> own = image.config().diffIds();
      return layers <= own.size() && own.subList(0, layers).equals(config.diffIds())
          ? new Origin(layers, config.created().flatMap(ImageAccess::day))
          : guess;
    } catch (UserError e) {
      return guess;
    }
  }

  private static Optional<LocalDate> day(String time) {
    try {
      LocalDate day = LocalDate.ofInstant(Instant.parse(time), ZoneOffset.UTC);
      return Optional.of(day).filter(it -> it.isAfter(FIRST_DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
