package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/** BuildKit's checks of real Dockerfiles. */
final class BuildkitLintSuite implements Suite {
  @Override
  public String name() {
    return "buildkit-lint";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    BuildkitChecks checks = new BuildkitChecks(recordings);
    Map<String, String> texts = recordings.dockerfiles();
    try (Stream<JsonNode> lines = recordings.lines("buildkit-lint.jsonl.gz")) {
      lines.forEach(
          row -> {
            String id = row.get("id").textValue();
            checks.compare(tally, id, row.get("warnings"), row.get("error"), texts.get(id), null);
          });
    }
  }
}
