package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.text.Json;

/**
 * What an image runs on.
 *
 * @param os in Go's words
 * @param architecture in Go's words
 * @param variant empty where there is none
 */
public record Platform(String os, String architecture, String variant) {
  /** What most machines that run images are. */
  public static final Platform USUAL = new Platform("linux", "amd64", "");

  /** Reads {@code os/architecture[/variant]}. */
  public static Platform parse(String name) {
    String[] parts = name.strip().split("/", 3);
    return new Platform(
        parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
  }

  /** Reads the fields of an index or a configuration. */
  public static Platform of(Json node) {
    return new Platform(
        node.at("os").text(), node.at("architecture").text(), node.at("variant").text());
  }

  /** Whether an image for another platform is what somebody wants who asks for this one. */
  public boolean isMetBy(Platform other) {
    return os.equals(other.os)
        && architecture.equals(other.architecture)
        && (variant.equals(other.variant)
            || isUsualVariant(variant) && isUsualVariant(other.variant));
  }

  /** Builders leave v8 of arm64 and v1 of amd64 out. */
  private boolean isUsualVariant(String text) {
    return text.isEmpty()
        || architecture.equals("arm64") && text.equals("v8")
        || architecture.equals("amd64") && text.equals("v1");
  }

  /** Attestations stand in an index as manifests for a platform that is unknown. */
  public boolean isKnown() {
    return !os.isEmpty() && !os.equals("unknown");
  }

  @Override
  public String toString() {
    return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
  }
}
