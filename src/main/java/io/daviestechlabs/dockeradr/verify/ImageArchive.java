package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Scratch;
import io.daviestechlabs.dockeradr.image.Compression;
import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.image.Digest;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.Manifest;
import io.daviestechlabs.dockeradr.image.Platform;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.verify.NamedImage.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images in a directory or archive: an OCI layout, or what {@code docker save} writes.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">the OCI's
 *     layout</a>
 */
public final class ImageArchive implements ImageSource {
  private static final String INDEX = "index.json";
  private static final String SAVED = "manifest.json";
  private static final List<String> NAMES =
      List.of("io.containerd.image.name", "org.opencontainers.image.ref.name");

  private final String title;
  private final ArchiveFiles files;
  private final Runnable cleaning;

  private ImageArchive(String title, ArchiveFiles files, Runnable cleaning) {
    this.title = title;
    this.files = files;
    this.cleaning = cleaning;
  }

  /**
   * Opens a directory or archive; one that is compressed is unpacked to a temporary file first.
   *
   * @param path of the directory or archive
   * @param title how people call it
   */
  public static ImageArchive open(Path path, String title) {
    if (!Files.exists(path)) {
      throw new UserError(
          "There is no archive " + title, "Name a file or directory that is there.");
    }
    try {
      if (Files.isDirectory(path)) {
        return new ImageArchive(
            title, new DirectoryFiles(path.toAbsolutePath().normalize()), () -> {});
      }
      try (InputStream in = Files.newInputStream(path)) {
        Compression.Opened opened = Compression.open(in);
        if (opened.compression() == Compression.NONE) {
          return new ImageArchive(title, TarFiles.open(path), () -> {});
        }
        return spooled(opened.content(), title);
      }
    } catch (IOException e) {
      throw unreadable(title, e);
    }
  }

  /**
   * What an image of a directory or archive says, for all platforms that are meant.
   *
   * <p>Sees that its layers are there, and does not read them.
   *
   * @param path of the directory or archive
   * @param title how people call it
   * @param choice of the image
   * @throws UserError if it is not there, or not whole
   */
  public static List<ImageFacts> facts(Path path, String title, ImageChoice choice)
      throws InterruptedException {
    List<ImageFacts> facts = new ArrayList<>();
    try (ImageArchive archive = open(path, title)) {
      NamedImage named = choice.image(archive.images(), title);
      for (Offer offer : choice.offers(named)) {
        StoredImage image = archive.read(named, offer);
        for (int i = 0; i < image.manifest().layers().size(); i++) {
          image.layers().open(i).close();
        }
        facts.add(ImageFacts.of(named.digest(), image.manifest(), image.config()));
      }
      return facts;
    } catch (IOException e) {
      throw unreadable(title, e);
    }
  }

  /** Opens an archive that arrives as a stream. */
  static ImageArchive spooled(InputStream archive, String title) throws IOException {
    Scratch scratch = Scratch.create();
    try {
      Path file = Spool.write(archive, scratch.directory().resolve("image.tar"));
      return new ImageArchive(title, TarFiles.open(file), scratch::close);
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  @Override
  public List<NamedImage> images() throws InterruptedException {
    try {
      Optional<byte[]> index = files.read(INDEX, ImageParts.MAX_JSON);
      List<Json> entries =
          index.isPresent() ? ImageParts.json(index.get()).at("manifests").elements() : List.of();
      if (!entries.isEmpty()) {
        return layout(entries);
      }
      return saved(manifests()).stream().map(Saved::image).toList();
    } catch (IOException e) {
      throw unreadable(title, e);
    }
  }

  @Override
  public StoredImage read(NamedImage image, Offer offer) throws InterruptedException {
    String name = image.names().isEmpty() ? title : image.names().get(0);
    try {
      if (!offer.key().contains(":")) {
        return saved(manifests()).get(Integer.parseInt(offer.key())).read(name, files);
      }
      StoredImage found = new ImageParts(new Blobs()).image(name, offer.key());
      // What the engine's older store saves has a layout too, with layers as they lie on its disk.
      boolean saved = files.open(SAVED).isPresent();
      return saved && isUnpacked(found.manifest())
          ? new StoredImage(
              name, "", StoredImage.Form.SAVED, found.manifest(), found.config(), found.layers())
          : found;
    } catch (IOException e) {
      throw unreadable(title, e);
    }
  }

  @Override
  public void close() {
    files.close();
    cleaning.run();
  }

  private static boolean isUnpacked(Manifest manifest) {
    return manifest.layers().stream()
        .allMatch(layer -> layer.promised().filter(c -> c == Compression.NONE).isPresent());
  }

  private List<NamedImage> layout(List<Json> entries) throws IOException, InterruptedException {
    ImageParts parts = new ImageParts(new Blobs());
    Map<String, NamedImage> images = new LinkedHashMap<>();
    for (Json entry : entries) {
      String digest = entry.at("digest").text();
      List<String> names = new ArrayList<>();
      NAMES.stream()
          .map(key -> entry.at("annotations").at(key).text())
          .filter(name -> !name.isEmpty())
          .limit(1)
          .forEach(names::add);
      NamedImage known = images.get(digest);
      if (known != null) {
        // The same image under several names is listed several times.
        names.addAll(0, known.names());
        images.put(digest, new NamedImage(names, digest, known.offers()));
        continue;
      }
      List<Offer> offers = parts.offers(entry);
      if (!offers.isEmpty()) {
        images.put(digest, new NamedImage(names, digest, offers));
      }
    }
    return byPlatform(List.copyOf(images.values()));
  }

  /** Some tools list the platforms of one image beside each other, without a name. */
  private static List<NamedImage> byPlatform(List<NamedImage> images) {
    boolean together =
        images.size() > 1
            && images.stream().allMatch(i -> i.names().isEmpty() && i.offers().size() == 1)
            && images.stream().map(i -> i.offers().get(0).platform()).distinct().count()
                == images.size();
    return together
        ? List.of(
            new NamedImage(
                List.of(), "", images.stream().flatMap(i -> i.offers().stream()).toList()))
        : images;
  }

  private Json manifests() throws IOException {
    byte[] bytes =
        files
            .read(SAVED, ImageParts.MAX_JSON)
            .orElseThrow(() -> new IOException("it has neither " + INDEX + " nor " + SAVED));
    return ImageParts.json(bytes);
  }

  private List<Saved> saved(Json manifests) throws IOException {
    List<Saved> images = new ArrayList<>();
    for (Json entry : manifests.elements()) {
      byte[] config =
          files
              .read(entry.at("Config").text(), ImageParts.MAX_JSON)
              .orElseThrow(() -> new IOException("its configuration is missing"));
      List<String> names = entry.at("RepoTags").texts();
      List<String> layers = entry.at("Layers").texts();
      Platform platform = Platform.of(ImageParts.json(config));
      String key = String.valueOf(images.size());
      images.add(
          new Saved(new NamedImage(names, "", List.of(new Offer(platform, key))), config, layers));
    }
    if (images.isEmpty()) {
      throw new IOException("it has no image");
    }
    return images;
  }

  /**
   * An image of Docker's own form.
   *
   * @param image its names
   * @param config its configuration
   * @param layers names of the files with its layers
   */
  private record Saved(NamedImage image, byte[] config, List<String> layers) {
    StoredImage read(String name, ArchiveFiles files) throws IOException {
      List<Descriptor> parts =
          layers.stream().map(layer -> new Descriptor("", "", -1, false)).toList();
      Descriptor own = new Descriptor("", Digest.of(config), config.length, false);
      return new StoredImage(
          name,
          "",
          StoredImage.Form.SAVED,
          new Manifest("", own, parts),
          ImageConfig.parse(config),
          index ->
              files
                  .open(layers.get(index))
                  .orElseThrow(() -> new IOException("it is not in the archive")));
    }
  }

  /** Parts of a layout, in files named after their digests. */
  private final class Blobs implements ImageParts.Blobs {
    @Override
    public Optional<byte[]> manifest(Descriptor part) throws IOException {
      return read(part);
    }

    @Override
    public Optional<byte[]> read(Descriptor part) throws IOException {
      Optional<byte[]> bytes = files.read(path(part), ImageParts.MAX_JSON);
      if (bytes.isPresent() && !Digest.isOf(part.digest(), bytes.get())) {
        throw new IOException("its part " + part.digest() + " is damaged");
      }
      return bytes;
    }

    @Override
    public InputStream open(Descriptor part) throws IOException {
      return files.open(path(part)).orElseThrow(() -> new IOException("it is not in the archive"));
    }

    private static String path(Descriptor part) {
      return "blobs/" + part.digest().replaceFirst(":", "/");
    }
  }

  private static UserError unreadable(String title, IOException e) {
    return new UserError(
        title + " cannot be read: " + Spool.reason(e),
        "Name an OCI layout (directory or archive), or what docker save has written.",
        e);
  }
}
