package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** BuildKit's checks of BuildKit's own cases, of odd ones, and of mutated Dockerfiles. */
final class BuildkitLintCasesSuite implements Suite {
  private static final String OPTIONS = "build-arg:BUILDKIT_DOCKERFILE_CHECK";

  @Override
  public String name() {
    return "buildkit-lint-cases";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    BuildkitChecks checks = new BuildkitChecks(recordings);
    for (JsonNode row : recordings.json("buildkit/lint_cases.json")) {
      if (row.path("frontendAttrs").has(OPTIONS)) {
        tally.notApplicable(
            row.get("case").textValue(), "options given to the build; the file's own are read");
      } else {
        compare(checks, tally, row, row.get("oracle"));
      }
    }
    for (JsonNode row : recordings.json("buildkit/lint_edge_cases.json")) {
      compare(checks, tally, row, row);
    }
    int number = 0;
    for (JsonNode row : recordings.json("buildkit/dockerfile_fuzz.json.gz")) {
      JsonNode lint = row.path("lint");
      String text = row.get("dockerfile").textValue();
      String id = "fuzz " + number++ + " " + Recordings.JSON.writeValueAsString(text);
      checks.compare(tally, id, lint.path("warnings"), lint.get("buildError"), text, null);
    }
  }

  private static void compare(BuildkitChecks checks, Tally tally, JsonNode row, JsonNode answer) {
    checks.compare(
        tally,
        row.get("case").textValue(),
        answer.get("warnings"),
        answer.get("buildError"),
        row.get("dockerfile").textValue(),
        row.path("dockerignore").textValue());
  }
}
