package io.daviestechlabs.dockeradr.buildx;

import java.nio.file.Path;

/**
 * A file or directory that an image is written to.
 *
 * @param form what is in it
 * @param path where it is
 */
public record ImageFile(Form form, Path path) {
  /** What such a file holds. */
  public enum Form {
    /** A tar file in OCI layout: what registries' tools read, several platforms too. */
    OCI_ARCHIVE("type=oci"),
    /** The same as a directory; images that are there already stay in it. */
    OCI_LAYOUT("type=oci"),
    /** A tar file for {@code docker load}, of one platform. */
    DOCKER_ARCHIVE("type=docker");

    private final String type;

    Form(String type) {
      this.type = type;
    }
  }

  /** What people call it. */
  public String title() {
    return (form == Form.OCI_LAYOUT ? "layout " : "archive ") + path.getFileName();
  }

  /** The fields of {@code --output} that say so. */
  String output() {
    String fields = Csv.of(form.type, "dest=" + path);
    return form == Form.OCI_LAYOUT ? fields + ",tar=false" : fields;
  }
}
