package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.BuildRequest;
import io.daviestechlabs.dockeradr.buildx.Delivery;
import io.daviestechlabs.dockeradr.buildx.Marks;
import io.daviestechlabs.dockeradr.buildx.OciLabels;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Reproducible;
import io.daviestechlabs.dockeradr.verify.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A build with everything decided: labels, annotations, time, and what the engine can do.
 *
 * @param request that buildx gets
 * @param expectation of the image that comes out
 * @param baseDigest that the label of the base image says
 * @param warnings about what was left out or overruled
 */
record BuildPlan(
    BuildRequest request,
    Expectation expectation,
    Optional<String> baseDigest,
    List<String> warnings) {
  private static final String BASE_DIGEST = OciLabels.PREFIX + "base.digest";

  BuildPlan {
    warnings = List.copyOf(warnings);
  }

  /** The same decisions for another request. */
  BuildPlan withRequest(BuildRequest other) {
    return new BuildPlan(other, expectation, baseDigest, warnings);
  }

  /**
   * Decides.
   *
   * @param wanted as configured; its labels win over those of the project
   * @param labels of the project, empty where none are injected
   * @param stage that is built
   * @param preflight what the engine can do
   */
  static BuildPlan of(
      BuildRequest wanted, Optional<OciLabels> labels, FinalStage stage, Preflight preflight) {
    List<String> warnings = new ArrayList<>();
    Map<String, String> all = new TreeMap<>();
    if (labels.isPresent()) {
      warnings.addAll(labels.get().warnings());
      all.putAll(labels.get().labels());
    }
    all.putAll(wanted.marks().labels());
    Map<String, String> marks = new TreeMap<>();
    for (Map.Entry<String, String> mark : all.entrySet()) {
      if (!mark.getValue().isBlank()) {
        marks.put(mark.getKey(), mark.getValue());
        overruled(mark.getKey(), mark.getValue(), stage, warnings);
      }
    }
    BuildRequest request =
        preflight
            .adapt(wanted, warnings)
            .withMarks(new Marks(marks, annotations(wanted, marks, preflight)));
    if (request.sourceDateEpoch().isEmpty() && labels.isPresent()) {
      request = request.withSourceDateEpoch(labels.get().created());
    }
    if (wanted.delivery().rewriteTimestamps()) {
      for (String obstacle : Reproducible.obstacles(request)) {
        warnings.add("not reproducible: " + obstacle);
      }
    }
    if (wanted.delivery().zstd()) {
      warnings.add(
          "layers are compressed again with zstd: those of the base image are not shared with"
              + " images that have them in gzip, and old engines cannot unpack them");
    }
    Expectation expectation = new Expectation(marks, stage.user(), stage.healthCheck());
    return new BuildPlan(
        request, expectation, Optional.ofNullable(marks.get(BASE_DIGEST)), warnings);
  }

  private static void overruled(String key, String value, FinalStage stage, List<String> warnings) {
    String written = stage.labels().get(key);
    if (written != null && !written.equals(value)) {
      warnings.add(
          "label " + key + " is '" + value + "'; the Dockerfile's '" + written + "' is overruled");
    }
  }

  /**
   * Registries and tools read annotations without the configuration. They are part of the digest,
   * so that an image is marked alike wherever it goes, and not at all where one place loses them.
   */
  private static Map<String, String> annotations(
      BuildRequest wanted, Map<String, String> marks, Preflight preflight) {
    Delivery delivery = wanted.delivery();
    Map<String, String> annotations = new TreeMap<>();
    boolean travels = delivery.push() || delivery.load() || !delivery.files().isEmpty();
    if (travels && preflight.keepsAnnotations(delivery)) {
      for (Map.Entry<String, String> mark : marks.entrySet()) {
        if (mark.getKey().startsWith(OciLabels.PREFIX)) {
          annotations.put(mark.getKey(), mark.getValue());
        }
      }
    }
    annotations.putAll(wanted.marks().annotations());
    return annotations;
  }
}
