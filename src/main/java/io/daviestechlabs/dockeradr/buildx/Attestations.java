package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final Pattern VALUE =
      Pattern.compile("true|false|[a-z-]+=[^\\s,]+(?:,[a-z-]+=[^\\s,]+)*");

  /** Just the image. */
  public static final Attestations NONE = new Attestations(Optional.empty(), Optional.empty());

  public Attestations {
    provenance = checked("provenance", provenance, "false, mode=min or mode=max");
    sbom = checked("sbom", sbom, "false, true or generator=<image>");
  }

  private static Optional<String> checked(String element, Optional<String> value, String allowed) {
    String said = value.orElse("").strip();
    if (said.isEmpty() || said.equals(OFF)) {
      return Optional.empty();
    }
    if (!VALUE.matcher(said).matches()) {
      throw new UserError("<" + element + "> is '" + said + "'", "Write " + allowed + ".");
    }
    return Optional.of(said);
  }

  /** Whether there are some. */
  public boolean any() {
    return provenance.isPresent() || sbom.isPresent();
  }

  /** Always said, because the default of buildx is neither off nor the same in all versions. */
  String provenanceArgument() {
    return "--provenance=" + provenance.orElse(OFF);
  }

  /** The same for bake, which has a list instead of two options. */
  List<String> attest() {
    List<String> values = new ArrayList<>();
    values.add(
        provenance
            .map(text -> attestation("provenance", text))
            .orElse("type=provenance,disabled=true"));
    sbom.ifPresent(text -> values.add(attestation("sbom", text)));
    return values;
  }

  private static String attestation(String type, String text) {
    return "type=" + type + (text.equals("true") ? "" : "," + text);
  }
}
