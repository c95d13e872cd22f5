package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;

/** BuildKit's own cases for its parser, good and broken. */
final class ParserCasesSuite implements Suite {
  @Override
  public String name() {
    return "buildkit-parser-cases";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    for (JsonNode row : recordings.json("buildkit/parser_cases.json")) {
      String id = row.get("name").textValue();
      String text = row.get("dockerfile").textValue();
      BuildkitAstSuite.compare(tally, id, row.get("oracle"), text);
      JsonNode dump = row.path("oracle").path("dump");
      if (dump.isTextual()) {
        tally.compare(
            id + " dump", dump.textValue(), Dump.of(Dockerfile.parse(Source.of(id, text))));
      }
    }
  }

  /** The message BuildKit's parser ends with, or null. */
  static String parseError(Dockerfile file) {
    return file.problems().stream()
        .filter(p -> p.phase() == Problem.Phase.PARSE)
        .map(Problem::message)
        .findFirst()
        .orElse(null);
  }
}
