package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an image is that is to be verified, and which one it is.
 *
 * @param kind of the place
 * @param name of the image; empty for the only one of an archive
 * @param archive file or directory; null for other kinds
 * @param built what the module's build has recorded of it, empty for an image of somebody else
 * @param platforms that are verified; the usual one where there are none
 */
public record ImagePlace(
    Kind kind,
    Optional<ImageName> name,
    Path archive,
    Optional<Record> built,
    List<String> platforms) {
  private static final String DAEMON = "docker-daemon:";
  private static final String RECORD = "image.json";

  /**
   * What a build has recorded.
   *
   * @param id of the image, empty where the build makes only one
   * @param digests of its manifest, index and configuration, as far as they are known
   */
  public record Record(String id, List<String> digests) {
    public Record {
      digests = List.copyOf(digests);
    }
  }

  /** Kinds of places. */
  public enum Kind {
    /** An OCI layout, or what docker save writes. */
    ARCHIVE,
    /** A registry. */
    REGISTRY,
    /** The engine. */
    DAEMON
  }

  public ImagePlace {
    platforms = List.copyOf(platforms);
  }

  /** In an archive, where a reference chooses one of several. */
  public static ImagePlace archive(
      Path archive, Optional<String> reference, List<String> platforms) {
    return new ImagePlace(
        Kind.ARCHIVE, reference.map(ImageName::parse), archive, Optional.empty(), platforms);
  }

  /** By reference: on a registry, or with {@code docker-daemon:} before it, in the engine. */
  public static ImagePlace reference(String reference, List<String> platforms) {
    boolean daemon = reference.startsWith(DAEMON);
    String name = daemon ? reference.substring(DAEMON.length()) : reference;
    return new ImagePlace(
        daemon ? Kind.DAEMON : Kind.REGISTRY,
        Optional.of(ImageName.of("<reference>", name)),
        null,
        Optional.empty(),
        platforms);
  }

  /**
   * What the module's build has recorded, for one image or several.
   *
   * @param directory where builds leave their results
   * @param platforms instead of those that were built
   */
  public static List<ImagePlace> built(Path directory, List<String> platforms) {
    List<ImagePlace> places = new ArrayList<>();
    read(directory.resolve(RECORD), "", platforms).ifPresent(places::add);
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        files
            .filter(Files::isDirectory)
            .sorted()
            .forEach(
                each ->
                    read(each.resolve(RECORD), each.getFileName().toString(), platforms)
                        .ifPresent(places::add));
      } catch (IOException e) {
        throw new UserError(
            "cannot list " + directory + ": " + AtomicFile.reason(e), "Check its permissions.", e);
      }
    }
    return places;
  }

  private static Optional<ImagePlace> read(Path file, String id, List<String> platforms) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Json image =
          Json.parse(Files.readString(file))
              .orElseThrow(() -> new UserError(file + " is no JSON", "Build the image again."));
      return Optional.of(read(image, file, id, platforms));
    } catch (IOException e) {
      throw new UserError(
          "cannot read " + file + ": " + AtomicFile.reason(e), "Build the image again.", e);
    }
  }

  /** Where the image was delivered to: a registry before the engine before files. */
  private static ImagePlace read(Json image, Path file, String id, List<String> platforms) {
    List<String> chosen = platforms.isEmpty() ? image.at("platforms").texts() : platforms;
    List<String> digests = new ArrayList<>();
    Stream.of("imageDigest", "imageId")
        .map(key -> image.at(key).text())
        .filter(digest -> !digest.isEmpty())
        .forEach(digests::add);
    Optional<Record> built = Optional.of(new Record(id, digests));
    if (image.at("imagePushed").isTrue()) {
      ImageName name = ImageName.parse(image.at("reference").text());
      return new ImagePlace(Kind.REGISTRY, Optional.of(name), null, built, chosen);
    }
    if (image.at("imageLoaded").isTrue()) {
      ImageName name = ImageName.parse(image.at("names").at(0).text());
      return new ImagePlace(Kind.DAEMON, Optional.of(name), null, built, chosen);
    }
    String archive = image.at("files").at(0).text();
    if (archive.isEmpty()) {
      throw new UserError(
          "The image of " + file + " is neither in a registry nor in the engine nor in a file",
          "Push it, load it, or let the build write an archive.");
    }
    Optional<ImageName> name = ImageName.find(image.at("reference").text());
    return new ImagePlace(Kind.ARCHIVE, name, Path.of(archive), built, chosen);
  }

  /** The id of the image, empty where the build makes only one, or none. */
  String id() {
    return built.map(Record::id).orElse("");
  }

  /** Whether it is an archive that somebody has named, and nobody here has made. */
  boolean isForeign() {
    return kind == Kind.ARCHIVE && built.isEmpty();
  }

  /** What people call it. */
  String title(Path standpoint) {
    if (kind != Kind.ARCHIVE) {
      return kind == Kind.DAEMON ? "the engine" : "registry " + name.orElseThrow().host();
    }
    return archive.startsWith(standpoint)
        ? standpoint.relativize(archive).toString()
        : archive.toString();
  }
}
