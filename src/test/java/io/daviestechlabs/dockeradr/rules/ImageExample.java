package io.daviestechlabs.dockeradr.rules;

import io.daviestechlabs.dockeradr.image.Compression;
import io.daviestechlabs.dockeradr.image.ImageMaker;
import io.daviestechlabs.dockeradr.image.ImageScan;
import io.daviestechlabs.dockeradr.image.LayerMaker;
import io.daviestechlabs.dockeradr.image.StoredImage;
import io.daviestechlabs.dockeradr.lint.ImageDemands;
import io.daviestechlabs.dockeradr.lint.ImageSubject;
import io.daviestechlabs.dockeradr.text.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An image as pages write it down: one thing a line.
 *
 * <p>{@code user}, {@code health}, {@code port}, {@code env}, {@code label} are of the
 * configuration; {@code layer} and {@code step} of the history. Below a layer, indented, stand
 * {@code file path size [mode]}, {@code text path content}, {@code directory path [mode]}, {@code
 * delete path}, {@code stored gzip|zstd|none} and {@code type media-type}; {@code base} ends the
 * layers of the base image.
 */
final class ImageExample {
  private final ImageMaker image = new ImageMaker();
  private final StoredImage.Form form;
  private LayerMaker layer;
  private String createdBy = "";
  private Compression compression = Compression.GZIP;
  private String type = "";
  private int count;
  private int base;

  private ImageExample(StoredImage.Form form) {
    this.form = form;
  }

  static ImageSubject subject(
      String file, String text, ImageDemands demands, Optional<LocalDate> baseCreated) {
    boolean saved = text.lines().anyMatch("saved"::equals);
    ImageExample example =
        new ImageExample(saved ? StoredImage.Form.SAVED : StoredImage.Form.DISTRIBUTED);
    text.lines().filter(line -> !line.isBlank()).forEach(example::line);
    example.endLayer();
    StoredImage made = example.image.stored("example.com/team/app:1.0");
    StoredImage stored =
        new StoredImage(
            made.name(), "", example.form, made.manifest(), made.config(), made.layers());
    return new ImageSubject(
        file,
        stored,
        ImageScan.of(stored),
        new ImageSubject.Origin(example.base, baseCreated),
        demands);
  }

  private void line(String line) {
    String[] words = line.strip().split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    if (line.startsWith(" ")) {
      entry(words[0], rest.split(" ", 3));
      return;
    }
    endLayer();
    switch (words[0]) {
      case "user" -> image.user(rest);
      case "health" -> image.health(rest.split(" "));
      case "port" -> image.port(rest);
      case "env" -> image.variable(rest);
      case "label" -> {
        int equals = rest.indexOf('=');
        image.label(rest.substring(0, equals), rest.substring(equals + 1));
      }
      case "manifest" ->
          image.manifestType(
              rest.equals("docker") ? ImageMaker.DOCKER_MANIFEST : ImageMaker.OCI_MANIFEST);
      case "step" -> image.step(rest);
      case "foreign" -> {
        image.foreignLayer();
        count++;
      }
      case "base" -> base = count;
      case "saved" -> {}
      case "layer" -> {
        layer = new LayerMaker();
        createdBy = rest;
        compression = Compression.GZIP;
        type = "";
      }
      default -> throw new AssertionError("no such thing of an image: " + line);
    }
  }

  private void entry(String word, String[] rest) {
    String path = rest[0].replaceFirst("^/", "");
    switch (word) {
      case "file" -> {
        int mode = rest.length > 2 ? Integer.parseInt(rest[2], 8) : 0644;
        layer.file(path, (int) Amount.parse(rest[1]), mode, 0);
      }
      case "text" -> layer.text(path, String.join(" ", List.of(rest).subList(1, rest.length)));
      case "directory" ->
          layer.directory(path, rest.length > 1 ? Integer.parseInt(rest[1], 8) : 0755);
      case "delete" -> {
        int slash = path.lastIndexOf('/') + 1;
        layer.file(path.substring(0, slash) + ".wh." + path.substring(slash), 0);
      }
      case "stored" -> compression = Compression.valueOf(rest[0].toUpperCase(Locale.ROOT));
      case "type" -> type = rest[0];
      default -> throw new AssertionError("no such thing of a layer: " + word);
    }
  }

  private void endLayer() {
    if (layer == null) {
      return;
    }
    String usual =
        compression == Compression.NONE
            ? ImageMaker.OCI_LAYER
            : ImageMaker.OCI_LAYER + "+" + compression.name().toLowerCase(Locale.ROOT);
    image.layer(createdBy, layer.bytes(), compression, type.isEmpty() ? usual : type);
    layer = null;
    count++;
  }
}
