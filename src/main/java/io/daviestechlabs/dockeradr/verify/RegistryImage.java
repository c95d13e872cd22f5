package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.image.Descriptor;
import io.daviestechlabs.dockeradr.image.Digest;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.verify.NamedImage.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image of a name in a registry, read without pulling it. */
final class RegistryImage implements ImageSource {
  private final RegistryHttp http;
  private final ImageName name;

  RegistryImage(RegistryHttp http, ImageName name) {
    this.http = http;
    this.name = name;
  }

  @Override
  public List<NamedImage> images() throws InterruptedException {
    try {
      byte[] top =
          get("/manifests/" + name.reference(), Registry.MANIFESTS)
              .orElseThrow(
                  () ->
                      new UserError(
                          "Registry " + name.host() + " has no image " + name,
                          "Check name and tag, and whether it was pushed."));
      String digest = Digest.of(top);
      if (name.digest().isPresent() && !Digest.isOf(name.digest().get(), top)) {
        throw new IOException("what it sends is not what was asked for");
      }
      Json entry = Json.of(Map.of("digest", digest));
      List<Offer> offers = new ImageParts(new Blobs(digest, top)).offers(entry);
      return List.of(new NamedImage(List.of(name.toString()), digest, offers));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public StoredImage read(NamedImage image, Offer offer) throws InterruptedException {
    try {
      // The digest is shown by itself.
      String title = name.tag().isEmpty() ? name.repository() : name.toString();
      return new ImageParts(new Blobs("", new byte[0])).image(title, offer.key());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    // Connections close by themselves.
  }

  private Optional<byte[]> get(String path, List<String> accept)
      throws IOException, InterruptedException {
    RegistryHttp.Answer answer =
        http.ask("GET", name.host(), name.hostedPath(), path, accept, ImageParts.MAX_JSON);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw new IOException("it answers with status " + answer.status());
    }
    if (answer.cut()) {
      throw new IOException("it sends too much");
    }
    return Optional.of(answer.body());
  }

  /**
   * The parts of a repository.
   *
   * @param known digest of a manifest that was read already
   * @param body of that manifest
   */
  private final class Blobs implements ImageParts.Blobs {
    private final String known;
    private final byte[] body;

    Blobs(String known, byte[] body) {
      this.known = known;
      this.body = body;
    }

    @Override
    public Optional<byte[]> manifest(Descriptor part) throws IOException, InterruptedException {
      return part.digest().equals(known)
          ? Optional.of(body)
          : checked(part, get("/manifests/" + part.digest(), Registry.MANIFESTS));
    }

    @Override
    public Optional<byte[]> read(Descriptor part) throws IOException, InterruptedException {
      return checked(part, get(blob(part), List.of()));
    }

    @Override
    public InputStream open(Descriptor part) throws IOException {
      try {
        return http.open(name.host(), name.hostedPath(), blob(part));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("it was interrupted", e);
      }
    }

    private static String blob(Descriptor part) {
      return "/blobs/" + part.digest();
    }

    private static Optional<byte[]> checked(Descriptor part, Optional<byte[]> bytes)
        throws IOException {
      if (bytes.isPresent() && !Digest.isOf(part.digest(), bytes.get())) {
        throw new IOException("what it sends is not what was asked for");
      }
      return bytes;
    }
  }

  private UserError unreadable(IOException e) {
    return new UserError(
        "Registry " + name.host() + " does not tell about " + name + ": " + Registry.message(e),
        "Check the network, and log in with docker login " + name.host() + ".",
        e);
  }
}
