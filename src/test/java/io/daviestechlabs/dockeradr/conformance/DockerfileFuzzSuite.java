package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.util.regex.Pattern;

/** BuildKit's tree, or error, for mutated Dockerfiles. */
final class DockerfileFuzzSuite implements Suite {
  /** Where several names are as near, BuildKit takes one of them by chance. */
  private static final Pattern SUGGESTION = Pattern.compile(" \\(did you mean .*\\?\\)$");

  @Override
  public String name() {
    return "buildkit-fuzz";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    int number = 0;
    for (JsonNode row : recordings.json("buildkit/dockerfile_fuzz.json.gz")) {
      String text = row.get("dockerfile").textValue();
      ObjectNode theirs = (ObjectNode) row.get("parse");
      String id = number++ + " " + Recordings.JSON.writeValueAsString(text);
      tally.compare(id, theirs, ours(text));
      if (text.isEmpty()) {
        tally.notApplicable(id + " reading", "the build refuses an empty file before it parses it");
        continue;
      }
      JsonNode build = row.path("lint").path("buildError");
      readError(tally, id, build.isTextual() ? build.textValue() : "", text);
    }
  }

  /** What BuildKit ends with once the file is parsed, as far as it is about reading it. */
  private static void readError(Tally tally, String id, String theirs, String text) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    String ours =
        file.problems().isEmpty()
            ? ""
            : SUGGESTION.matcher(file.problems().get(0).message()).replaceAll("");
    String known = SUGGESTION.matcher(theirs).replaceAll("");
    boolean later = ours.isEmpty() && !known.startsWith("dockerfile parse error");
    tally.compare(id + " reading", later ? "" : known, ours);
  }

  private static ObjectNode ours(String text) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    ObjectNode out = Recordings.JSON.createObjectNode();
    String error = ParserCasesSuite.parseError(file);
    out.put("error", error);
    out.put("dump", error == null ? Dump.of(file) : null);
    out.put("escape", error == null ? String.valueOf(file.escape()) : null);
    ArrayNode lines = out.putArray("lines");
    ArrayNode heredocs = out.putArray("heredocs");
    ArrayNode warnings = out.putArray("warnings");
    if (error == null) {
      for (Instruction instruction : file.instructions()) {
        lines.addArray().add(instruction.startLine()).add(instruction.endLine());
        if (!instruction.heredocs().isEmpty()) {
          ArrayNode of = heredocs.addArray();
          instruction.heredocs().forEach(h -> of.add(BuildkitTree.heredoc(h)));
        }
      }
      file.warnings().forEach(w -> warnings.add(w.startLine()));
    }
    return out;
  }
}
