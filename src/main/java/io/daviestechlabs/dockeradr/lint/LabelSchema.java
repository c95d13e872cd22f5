package io.daviestechlabs.dockeradr.lint;

import java.util.Map;
import java.util.Optional;

/**
 * The keys of label-schema.org, which gave way to those of the OCI image specification.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">the table of
 *     both</a>
 */
public final class LabelSchema {
  private static final String PREFIX = "org.label-schema.";

  private static final Map<String, OciLabel> SUCCESSORS =
      Map.of(
          "build-date", OciLabel.CREATED,
          "url", OciLabel.URL,
          "vcs-url", OciLabel.SOURCE,
          "version", OciLabel.VERSION,
          "vcs-ref", OciLabel.REVISION,
          "vendor", OciLabel.VENDOR,
          "name", OciLabel.TITLE,
          "description", OciLabel.DESCRIPTION,
          "usage", OciLabel.DOCUMENTATION);

  private LabelSchema() {}

  /** Whether a key is one of theirs. */
  public static boolean contains(String key) {
    return key.startsWith(PREFIX);
  }

  /** Whether it says nothing but that the others follow the schema. */
  public static boolean isVersionOfSchema(String key) {
    return key.equals(PREFIX + "schema-version");
  }

  /** What has taken the place of a key; empty if nothing has. */
  public static Optional<OciLabel> successor(String key) {
    return contains(key)
        ? Optional.ofNullable(SUCCESSORS.get(key.substring(PREFIX.length())))
        : Optional.empty();
  }
}
