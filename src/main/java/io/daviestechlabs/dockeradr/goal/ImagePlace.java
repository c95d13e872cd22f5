package io.daviestechlabs.dockeradr.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
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
 * @param id of what is built; empty where one image is verified
 * @param platforms that are verified; the usual one where there are none
 */
public record ImagePlace(
    Kind kind, Optional<ImageName> name, Path archive, String id, List<String> platforms) {
  private static final String DAEMON = "docker-daemon:";
  private static final String RECORD = "image.json";

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
    return new ImagePlace(Kind.ARCHIVE, reference.map(ImageName::parse), archive, "", platforms);
  }

  /** By reference: on a registry, or with {@code docker-daemon:} before it, in the engine. */
  public static ImagePlace reference(String reference, List<String> platforms) {
    boolean daemon = reference.startsWith(DAEMON);
    String name = daemon ? reference.substring(DAEMON.length()) : reference;
    return new ImagePlace(
        daemon ? Kind.DAEMON : Kind.REGISTRY,
        Optional.of(ImageName.parse(name)),
        null,
        "",
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
      JsonNode image = JsonMapper.builder().build().readTree(Files.readString(file));
      boolean pushed = image.path("imagePushed").asBoolean();
      if (!pushed && !image.path("imageLoaded").asBoolean()) {
        throw new UserError(
            "The image of " + file + " is neither in a registry nor in the engine",
            "Push or load it, or name its archive with -Ddocker-adr.archive.");
      }
      List<String> built = new ArrayList<>();
      image.path("platforms").forEach(platform -> built.add(platform.asText()));
      String name = image.path(pushed ? "reference" : "names").path(0).asText();
      return Optional.of(
          new ImagePlace(
              pushed ? Kind.REGISTRY : Kind.DAEMON,
              Optional.of(ImageName.parse(pushed ? image.path("reference").asText() : name)),
              null,
              id,
              platforms.isEmpty() ? built : platforms));
    } catch (JsonProcessingException e) {
      throw new UserError(file + " is no JSON", "Build the image again.", e);
    } catch (IOException e) {
      throw new UserError(
          "cannot read " + file + ": " + AtomicFile.reason(e), "Build the image again.", e);
    }
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
