package io.daviestechlabs.dockeradr.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Makes images for tests, in all forms in which they are kept. */
public final class ImageMaker {
  public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
  public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
  public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String DOCKER_MANIFEST =
      "application/vnd.docker.distribution.manifest.v2+json";

  private final ObjectNode image = JsonNodeFactory.instance.objectNode();
  private final ObjectNode config = image.putObject("config");
  private final ObjectNode labels = config.putObject("Labels");
  private final ArrayNode history = image.putArray("history");
  private final ArrayNode diffIds = image.putObject("rootfs").putArray("diff_ids");
  private final List<byte[]> unpacked = new ArrayList<>();
  private final List<byte[]> stored = new ArrayList<>();
  private final ArrayNode descriptors = JsonNodeFactory.instance.arrayNode();
  private String manifestType = OCI_MANIFEST;

  public ImageMaker() {
    image.put("os", "linux").put("architecture", "amd64");
  }

  public ImageMaker architecture(String name) {
    image.put("architecture", name);
    return this;
  }

  public ImageMaker created(String time) {
    image.put("created", time);
    return this;
  }

  public ImageMaker user(String user) {
    config.put("User", user);
    return this;
  }

  public ImageMaker health(String... test) {
    ArrayNode array = config.putObject("Healthcheck").putArray("Test");
    List.of(test).forEach(array::add);
    return this;
  }

  public ImageMaker port(String port) {
    config.withObject("/ExposedPorts").set(port, JsonNodeFactory.instance.objectNode());
    return this;
  }

  public ImageMaker variable(String pair) {
    config.withArray("/Env").add(pair);
    return this;
  }

  public ImageMaker label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  public ImageMaker manifestType(String type) {
    manifestType = type;
    return this;
  }

  /** A step that makes no layer. */
  public ImageMaker step(String createdBy) {
    history.addObject().put("created_by", createdBy).put("empty_layer", true);
    return this;
  }

  public ImageMaker layer(String createdBy, LayerMaker layer) {
    return layer(createdBy, layer.bytes(), Compression.GZIP, OCI_LAYER + "+gzip");
  }

  public ImageMaker layer(String createdBy, byte[] tar, Compression compression, String type) {
    history.addObject().put("created_by", createdBy);
    diffIds.add(Digest.of(tar));
    unpacked.add(tar);
    byte[] bytes = compressed(tar, compression);
    stored.add(bytes);
    descriptors
        .addObject()
        .put("mediaType", type)
        .put("digest", Digest.of(bytes))
        .put("size", bytes.length);
    return this;
  }

  /** A layer that is kept elsewhere. */
  public ImageMaker foreignLayer() {
    history.addObject().put("created_by", "");
    stored.add(new byte[0]);
    diffIds.add(Digest.of(new byte[1]));
    ObjectNode layer = descriptors.addObject();
    layer.put("mediaType", "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip");
    layer.put("digest", Digest.of(new byte[2])).put("size", 1000);
    layer.putArray("urls").add("https://example.com/layer");
    return this;
  }

  public static byte[] compressed(byte[] bytes, Compression compression) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressing =
        switch (compression) {
          case GZIP -> new GzipCompressorOutputStream(out);
          case ZSTD -> new ZstdCompressorOutputStream(out);
          case NONE -> out;
        }) {
      compressing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public byte[] configBytes() {
    return bytes(image);
  }

  public byte[] manifestBytes() {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("schemaVersion", 2).put("mediaType", manifestType);
    byte[] own = configBytes();
    manifest
        .putObject("config")
        .put("mediaType", "application/vnd.oci.image.config.v1+json")
        .put("digest", Digest.of(own))
        .put("size", own.length);
    manifest.set("layers", descriptors);
    return bytes(manifest);
  }

  public List<byte[]> storedLayers() {
    return stored;
  }

  private Map<String, byte[]> blobs() {
    Map<String, byte[]> blobs = new LinkedHashMap<>();
    stored.forEach(layer -> blobs.put(blob(layer), layer));
    blobs.put(blob(configBytes()), configBytes());
    blobs.put(blob(manifestBytes()), manifestBytes());
    return blobs;
  }

  private static String blob(byte[] bytes) {
    return "blobs/" + Digest.of(bytes).replace(':', '/');
  }

  private ObjectNode descriptor(String name) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    byte[] manifest = manifestBytes();
    node.put("mediaType", manifestType)
        .put("digest", Digest.of(manifest))
        .put("size", manifest.length);
    if (!name.isEmpty()) {
      node.putObject("annotations").put("org.opencontainers.image.ref.name", name);
    }
    return node;
  }

  /** The files of an OCI layout with some images, by their names. */
  public static Map<String, byte[]> layout(Map<String, ImageMaker> images) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    images.forEach(
        (name, image) -> {
          files.putAll(image.blobs());
          index.withArray("/manifests").add(image.descriptor(name));
        });
    files.put("index.json", bytes(index));
    return files;
  }

  /** The files of an OCI layout with one image for several platforms, and an attestation. */
  public static Map<String, byte[]> layout(String name, List<ImageMaker> platforms) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    for (ImageMaker image : platforms) {
      files.putAll(image.blobs());
      ObjectNode entry = image.descriptor("");
      entry
          .putObject("platform")
          .put("os", "linux")
          .put("architecture", image.image.path("architecture").asText());
      index.withArray("/manifests").add(entry);
    }
    ObjectNode attestation = index.withArray("/manifests").addObject();
    attestation.put("digest", Digest.of(new byte[3]));
    attestation.putObject("platform").put("os", "unknown").put("architecture", "unknown");
    attestation.putObject("annotations").put("vnd.docker.reference.type", "attestation-manifest");
    byte[] inner = bytes(index);
    files.put(blob(inner), inner);
    ObjectNode top = JsonNodeFactory.instance.objectNode();
    ObjectNode entry = top.withArray("/manifests").addObject();
    entry
        .put("mediaType", "application/vnd.oci.image.index.v1+json")
        .put("digest", Digest.of(inner))
        .put("size", inner.length);
    entry.putObject("annotations").put("org.opencontainers.image.ref.name", name);
    files.put("index.json", bytes(top));
    return files;
  }

  /** The files that docker save writes, of some images by their names. */
  public static Map<String, byte[]> saved(Map<String, ImageMaker> images) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ArrayNode manifests = JsonNodeFactory.instance.arrayNode();
    images.forEach(
        (name, image) -> {
          ObjectNode entry = manifests.addObject();
          String id = Digest.of(image.configBytes()).substring(7);
          entry.put("Config", id + ".json");
          files.put(id + ".json", image.configBytes());
          ArrayNode tags = entry.putArray("RepoTags");
          if (!name.isEmpty()) {
            tags.add(name);
          }
          ArrayNode layers = entry.putArray("Layers");
          for (byte[] layer : image.unpacked) {
            String file = Digest.of(layer).substring(7) + "/layer.tar";
            files.put(file, layer);
            layers.add(file);
          }
        });
    files.put("manifest.json", bytes(manifests));
    return files;
  }

  /** Writes files into a directory. */
  public static Path directory(Map<String, byte[]> files, Path directory) {
    files.forEach(
        (name, bytes) -> {
          try {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.write(directory.resolve(name), bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return directory;
  }

  /** Writes files into an archive. */
  public static Path archive(Map<String, byte[]> files, Path file, Compression compression) {
    LayerMaker tar = new LayerMaker();
    files.forEach((name, bytes) -> tar.add(new TarArchiveEntry(name, true), bytes));
    try {
      return Files.write(file, compressed(tar.bytes(), compression));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The image as it would be read from somewhere. */
  public StoredImage stored(String name) {
    try {
      return new StoredImage(
          name,
          Digest.of(manifestBytes()),
          StoredImage.Form.DISTRIBUTED,
          Manifest.of(Json.parse(manifestBytes()).orElseThrow()),
          ImageConfig.parse(configBytes()),
          index -> new ByteArrayInputStream(stored.get(index)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
