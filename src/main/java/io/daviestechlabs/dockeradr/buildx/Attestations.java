package io.daviestechlabs.dockeradr.buildx;

import java.util.Optional;

/**
 * Documents that are pushed beside the image.
 *
 * <p>Off unless asked for: either of them turns the image of one platform into an index, which some
 * registries and cloud services refuse, and provenance changes the digest on every rebuild, fully
 * cached or not.
 *
 * @param provenance how the image came to be: {@code true}, {@code mode=min}, {@code mode=max}
 * @param sbom the bill of materials: {@code true} or {@code generator=<image>}
 */
public record Attestations(Optional<String> provenance, Optional<String> sbom) {
  private static final String OFF = "false";

  /** Just the image. */
  public static final Attestations NONE = new Attestations(Optional.empty(), Optional.empty());

  public Attestations {
    provenance = provenance.filter(value -> !value.isBlank() && !value.equals(OFF));
    sbom = sbom.filter(value -> !value.isBlank() && !value.equals(OFF));
  }

  boolean any() {
    return provenance.isPresent() || sbom.isPresent();
  }

  /** Always said, because the default of buildx is neither off nor the same in all versions. */
  String provenanceArgument() {
    return "--provenance=" + provenance.orElse(OFF);
  }
}
