package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Image references: parts, forms and errors. */
final class ReferenceCasesSuite implements Suite {
  /** Tables of functions that read a normalized reference, as BuildKit does for FROM. */
  private static final Set<String> VALID = Set.of("validRepoNames", "validRepositoryNames");

  private static final Set<String> INVALID = Set.of("invalidRepoNames", "invalidRepositoryNames");

  @Override
  public String name() {
    return "references";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    JsonNode all = recordings.json("buildkit/reference_cases.json");
    for (JsonNode row : all.get("oracle")) {
      oracle(tally, row);
    }
    for (JsonNode table : all.get("tables")) {
      table(tally, table.get("func").textValue(), table.get("var").textValue(), table.get("rows"));
    }
  }

  private static void oracle(Tally tally, JsonNode row) {
    String text = row.get("ref").textValue();
    ImageRef.Parsed parsed = ImageRef.parse(text);
    String error = row.path("normalizedError").asText("");
    if (error.equals("unsupported digest algorithm") && !parsed.error().equals(error)) {
      tally.notApplicable(text, "the recorder was built without any digest algorithm");
      return;
    }
    if (parsed.image().isEmpty() || !error.isEmpty()) {
      tally.compare(text, error, parsed.error());
      return;
    }
    ImageRef image = parsed.image().get();
    ObjectNode ours = Recordings.JSON.createObjectNode();
    ours.put("ref", text).put("domain", image.domain()).put("path", image.repository());
    ours.put("familiar", image.familiar()).put("normalized", image.normalized());
    ours.put("withDefaultTag", image.withDefaultTag());
    image.tag().ifPresent(t -> ours.put("tag", t.toString()));
    image.digest().ifPresent(d -> ours.put("digest", d.toString()));
    ObjectNode theirs = row.deepCopy();
    theirs.remove("parseError");
    tally.compare(text, theirs, ours);
  }

  private static void table(Tally tally, String function, String variable, JsonNode rows) {
    String id = function + " " + variable;
    if (VALID.contains(variable) || INVALID.contains(variable)) {
      for (JsonNode row : rows) {
        boolean read = ImageRef.parse(row.textValue()).image().isPresent();
        tally.compare(id + " " + row.textValue(), VALID.contains(variable), read);
      }
    } else if (function.equals("TestParseDockerRef")) {
      rows.forEach(row -> canonical(tally, row.get("input"), row.get("expected")));
    } else if (function.equals("TestParseAnyReference")) {
      rows.forEach(row -> any(tally, row));
    } else if (function.equals("TestReferenceParse")) {
      rows.forEach(row -> digest(tally, row));
    } else if (function.equals("TestNormalizedSplitHostname")) {
      rows.forEach(row -> split(tally, row));
    } else {
      tally.notApplicable(id, "no function of ours: a build reads normalized references only");
    }
  }

  /** The form with the digest alone, where there is one. */
  private static void canonical(Tally tally, JsonNode input, JsonNode expected) {
    ImageRef image = ImageRef.parse(input.textValue()).image().orElseThrow();
    String name = image.domain() + "/" + image.repository();
    String ours = image.digest().map(d -> name + "@" + d).orElse(image.withDefaultTag());
    tally.compare("TestParseDockerRef " + input, expected.textValue(), ours);
  }

  private static void any(Tally tally, JsonNode row) {
    String text = row.get("Reference").textValue();
    if (row.has("Expected")) {
      tally.notApplicable("TestParseAnyReference " + text, "a bare digest is no image of FROM");
      return;
    }
    Optional<String> ours = ImageRef.parse(text).image().map(ImageRef::normalized);
    tally.compare(
        "TestParseAnyReference " + text, row.get("Equivalent").textValue(), ours.orElse(""));
  }

  private static void digest(Tally tally, JsonNode row) {
    String text = row.get("input").textValue();
    if (row.has("digest")) {
      ImageRef image = ImageRef.parse(text).image().orElseThrow();
      tally.compare(
          "TestReferenceParse " + text,
          row.path("digest").asText() + row.path("tag").asText(),
          image.digest().orElseThrow() + image.tag().map(Object::toString).orElse(""));
    } else {
      tally.notApplicable("TestReferenceParse " + text, "same input among the oracle's answers");
    }
  }

  private static void split(Tally tally, JsonNode row) {
    String text = row.get("input").textValue();
    ImageRef.Parsed parsed = ImageRef.parse(text);
    String theirs = row.path("domain").asText() + " " + row.path("path").asText();
    String ours = parsed.image().map(i -> i.domain() + " " + i.repository()).orElse(parsed.error());
    tally.compare("TestNormalizedSplitHostname " + text, theirs, ours);
  }
}
