package io.daviestechlabs.dockeradr.verify;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.image.ImageConfig;
import io.daviestechlabs.dockeradr.image.Manifest;
import io.daviestechlabs.dockeradr.text.Json;
import io.daviestechlabs.dockeradr.verify.ImageFacts.Layer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads images and caches from registries, without pulling them. */
public final class Registry {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
  static final List<String> MANIFESTS =
      List.of(
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json",
          INDEX,
          LIST);
  private static final int MAX_MANIFEST = 4 << 20;
  private static final int MAX_CONFIG = 8 << 20;

  private final RegistryHttp http;

  /**
   * @param logins for registries that want one
   * @param plain registries that may be asked over plain HTTP
   */
  public Registry(Logins logins, PlainHosts plain) {
    this.http = new RegistryHttp(logins, plain);
  }

  /** The digest of a name, empty where the registry has no such name. */
  public Optional<String> digest(ImageName name) throws InterruptedException {
    try {
      RegistryHttp.Answer answer =
          http.ask(
              "HEAD", name.host(), name.hostedPath(), manifest(name.reference()), MANIFESTS, 0);
      return answer.status() == 200
          ? answer.headers().firstValue("docker-content-digest")
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(name, message(e));
    }
  }

  /**
   * The digest of a name, empty only where the registry says that it has no such name: what is
   * neither yes nor no is an error.
   */
  public Optional<String> standing(ImageName name) throws InterruptedException {
    Optional<Top> top = read(name, name.reference());
    return top.isPresent() ? Optional.of(top.get().digest()) : Optional.empty();
  }

  /**
   * An image, empty where the registry has no such name.
   *
   * @param platform which one of an index is read, the first one where it has none of that name
   */
  public Optional<ImageFacts> find(ImageName name, String platform) throws InterruptedException {
    Optional<Top> top = read(name, name.reference());
    if (top.isEmpty()) {
      return Optional.empty();
    }
    Optional<Top> manifest = top;
    if (top.get().isIndex()) {
      Optional<String> digest = choose(top.get().json(), platform);
      manifest = digest.isEmpty() ? Optional.empty() : read(name, digest.get());
    }
    return manifest.isEmpty()
        ? Optional.empty()
        : Optional.of(facts(name, top.get().digest(), manifest.get().json()));
  }

  /** The image of a name, with its layers. */
  public ImageSource source(ImageName name) {
    return new RegistryImage(http, name);
  }

  /** What a cache reference holds, empty where the registry has no such name. */
  public Optional<CacheManifest> cache(ImageName name) throws InterruptedException {
    Optional<Top> top = read(name, name.reference());
    if (top.isEmpty()) {
      return Optional.empty();
    }
    Json parts = top.get().json().at(top.get().isIndex() ? "manifests" : "layers");
    return Optional.of(new CacheManifest(top.get().digest(), layers(parts)));
  }

  /** A manifest or index. */
  private record Top(String digest, Json json) {
    boolean isIndex() {
      return json.at("manifests").isArray();
    }
  }

  private Optional<Top> read(ImageName name, String reference) throws InterruptedException {
    RegistryHttp.Answer answer = get(name, manifest(reference), MANIFESTS, MAX_MANIFEST);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    String digest = sha256(answer.body());
    if (reference.startsWith("sha256:") && !reference.equals(digest)) {
      throw unreadable(name, "what it sends is not what was asked for");
    }
    return Optional.of(new Top(digest, json(name, answer.body())));
  }

  private RegistryHttp.Answer get(ImageName name, String path, List<String> accept, int limit)
      throws InterruptedException {
    RegistryHttp.Answer answer;
    try {
      answer = http.ask("GET", name.host(), name.hostedPath(), path, accept, limit);
    } catch (IOException e) {
      throw unreadable(name, message(e));
    }
    if (answer.cut()) {
      throw unreadable(name, "it sends too much");
    }
    if (answer.status() != 200 && answer.status() != 404) {
      throw unreadable(name, "it answers with status " + answer.status());
    }
    return answer;
  }

  private ImageFacts facts(ImageName name, String digest, Json manifest)
      throws InterruptedException {
    String id = manifest.at("config").at("digest").text();
    if (!id.matches("sha256:[0-9a-f]{64}")) {
      throw unreadable(name, "its manifest is not that of an image");
    }
    RegistryHttp.Answer answer = get(name, "/blobs/" + id, List.of(), MAX_CONFIG);
    if (answer.status() != 200 || !id.equals(sha256(answer.body()))) {
      throw unreadable(name, "its configuration is not there");
    }
    try {
      return ImageFacts.of(digest, Manifest.of(manifest), ImageConfig.parse(answer.body()));
    } catch (IOException e) {
      throw unreadable(name, message(e));
    }
  }

  /** Attestations stand in an index as manifests for the platform unknown/unknown. */
  private static Optional<String> choose(Json index, String platform) {
    Optional<String> first = Optional.empty();
    for (Json entry : index.at("manifests").elements()) {
      Json node = entry.at("platform");
      String variant = node.at("variant").text();
      String name =
          node.at("os").text()
              + "/"
              + node.at("architecture").text()
              + (variant.isEmpty() ? "" : "/" + variant);
      String digest = entry.at("digest").text();
      if (name.equals(platform)) {
        return Optional.of(digest);
      }
      if (first.isEmpty() && !name.startsWith("unknown")) {
        first = Optional.of(digest);
      }
    }
    return first;
  }

  static List<Layer> layers(Json nodes) {
    List<Layer> layers = new ArrayList<>();
    for (Json node : nodes.elements()) {
      String type = node.at("mediaType").text();
      if (!type.contains("cacheconfig")) {
        layers.add(new Layer(node.at("digest").text(), type, node.at("size").whole()));
      }
    }
    return layers;
  }

  private static String manifest(String reference) {
    return "/manifests/" + reference;
  }

  private static Json json(ImageName name, byte[] body) {
    Optional<Json> json = Json.parse(body);
    if (json.isEmpty()) {
      throw unreadable(name, "it sends no JSON");
    }
    return json.get();
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why it does not tell; the client has no word for a host that nobody knows. */
  static String message(IOException e) {
    return e.getMessage() == null || e.getMessage().isBlank()
        ? "it cannot be reached"
        : e.getMessage();
  }

  private static UserError unreadable(ImageName name, String why) {
    return new UserError(
        "Registry " + name.host() + " does not tell about " + name + ": " + why,
        "Check the network, and log in with docker login " + name.host() + ".");
  }
}
