package io.daviestechlabs.dockeradr.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a registry really has, read over HTTP: for the scripts of the invoker projects.
 *
 * <p>Shares no code with the plugin's own reader, which would otherwise vouch for itself.
 *
 * @param host with its port
 */
public record RegistryContent(String host) {
  private static final String TYPES =
      String.join(
          ", ",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json",
          "application/vnd.docker.distribution.manifest.list.v2+json");

  /** The manifest or index of a tag or digest. */
  public Map<?, ?> manifest(String repository, String reference) {
    return json("/v2/" + repository + "/manifests/" + reference);
  }

  /** The configuration of the image of a tag or digest. */
  public Map<?, ?> config(String repository, String reference) {
    Object digest = ((Map<?, ?>) manifest(repository, reference).get("config")).get("digest");
    return blob(repository, digest.toString());
  }

  /** A blob that is JSON. */
  public Map<?, ?> blob(String repository, String digest) {
    return json("/v2/" + repository + "/blobs/" + digest);
  }

  /** The digest that the registry itself gives to a tag. */
  public String digest(String repository, String tag) {
    return get("/v2/" + repository + "/manifests/" + tag)
        .headers()
        .firstValue("Docker-Content-Digest")
        .orElseThrow();
  }

  /** The media types of all layers of a tag. */
  public List<String> layerTypes(String repository, String tag) {
    List<String> types = new ArrayList<>();
    JsonNode manifest = new ObjectMapper().valueToTree(manifest(repository, tag));
    manifest.path("layers").forEach(layer -> types.add(layer.path("mediaType").asText()));
    return types;
  }

  /** Whether a tag is there. */
  public boolean has(String repository, String tag) {
    return get("/v2/" + repository + "/manifests/" + tag).statusCode() == 200;
  }

  private Map<?, ?> json(String path) {
    try {
      return new ObjectMapper().readValue(get(path).body(), Map.class);
    } catch (IOException e) {
      throw new AssertionError(path + " is no JSON", e);
    }
  }

  private HttpResponse<byte[]> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + path)).header("Accept", TYPES).build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("the registry " + host + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
