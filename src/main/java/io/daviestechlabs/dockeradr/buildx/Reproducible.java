package io.daviestechlabs.dockeradr.buildx;

import java.util.ArrayList;
import java.util.List;

/** Knows what keeps a build from making the same digest of the same sources again. */
public final class Reproducible {
  private Reproducible() {}

  /**
   * What stands in the way, as far as it can be seen without looking into what a RUN does.
   *
   * @param request as it is carried out
   */
  public static List<String> obstacles(BuildRequest request) {
    List<String> found = new ArrayList<>();
    if (request.sourceDateEpoch().isEmpty()) {
      found.add(
          "the image's time is the clock's: set project.build.outputTimestamp or"
              + " SOURCE_DATE_EPOCH, or build a commit of git");
    }
    if (!request.delivery().rewriteTimestamps()) {
      found.add(
          "files keep the times of this build: the docker driver rewrites them in <ociArchive>,"
              + " <ociLayout> and <dockerArchive> alone, other drivers always");
    }
    if (request.attestations().provenance().isPresent()) {
      found.add("provenance has the time of the build in it");
    }
    if (request.attestations().sbom().isPresent()) {
      found.add("the bill of materials has the time of the build in it");
    }
    return found;
  }
}
