package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What BuildKit refuses, in all recorded files: ADR0001 has BuildKit's words among its own, and
 * nothing to say of a file that builds.
 */
final class BuildErrorsSuite implements Suite {
  /** Where several names are as near, BuildKit takes one of them by chance. */
  private static final Pattern SUGGESTION = Pattern.compile(" \\(did you mean .*\\?\\)$");

  private static final Linter PARSE_ERROR =
      new Linter(Rules.ALL.stream().filter(r -> r.id().equals("ADR0001")).toList(), Options.adr());

  @Override
  public String name() {
    return "buildkit-errors";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    Map<String, String> texts = recordings.dockerfiles();
    try (Stream<JsonNode> lines = recordings.lines("buildkit-lint.jsonl.gz")) {
      lines.forEach(
          row -> {
            String id = row.get("id").textValue();
            compare(tally, id, row.get("error"), texts.get(id));
          });
    }
    for (String cases : List.of("buildkit/lint_cases.json", "buildkit/lint_edge_cases.json")) {
      for (JsonNode row : recordings.json(cases)) {
        JsonNode error = row.path("oracle").path("buildError");
        boolean isOracle = row.has("oracle");
        if (row.path("frontendAttrs").isMissingNode() || row.get("frontendAttrs").isNull()) {
          compare(
              tally,
              row.get("case").textValue(),
              isOracle ? error : row.get("buildError"),
              row.get("dockerfile").textValue());
        }
      }
    }
    int number = 0;
    for (JsonNode row : recordings.json("buildkit/dockerfile_fuzz.json.gz")) {
      String text = row.get("dockerfile").textValue();
      String id = "fuzz " + number++ + " " + Recordings.JSON.writeValueAsString(text);
      compare(tally, id, row.path("lint").get("buildError"), text);
    }
  }

  private static void compare(Tally tally, String id, JsonNode error, String text) {
    String theirs =
        error == null || error.isNull()
            ? ""
            : error.isTextual() ? error.textValue() : error.get("message").textValue();
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    DockerfileSubject subject = new DockerfileSubject(file, Surroundings.unknown());
    List<String> ours = said(subject).map(BuildErrorsSuite::plain).toList();
    if (theirs.isEmpty() || theirs.startsWith("lint violation")) {
      tally.compare(id, List.of(), ours);
    } else if (ours.stream().anyMatch(plain(theirs)::startsWith)) {
      tally.compare(id, theirs, theirs);
    } else {
      Optional<String> reason = reason(theirs, file);
      reason.ifPresentOrElse(
          why -> tally.notApplicable(id, why + ": " + theirs),
          () -> tally.compare(id, theirs, ours));
    }
  }

  /**
   * What the rule says. Where a frontend is named that it does not know it holds its tongue; those
   * who made the recordings read such files all the same, and so do we.
   */
  private static Stream<String> said(DockerfileSubject subject) {
    List<String> known = Options.adr().knownFrontends();
    if (subject.facts().syntax().unknownFrontend(known).isEmpty()) {
      return PARSE_ERROR.lint(subject).stream().map(Finding::message);
    }
    List<Problem> problems = subject.file().problems();
    return problems.isEmpty()
        ? subject.facts().faults().stream().map(fault -> fault.message())
        : problems.stream().map(Problem::message);
  }

  /** Without suggestions, and on one line as findings are. */
  private static String plain(String message) {
    return SUGGESTION.matcher(message).replaceAll("").replace('\n', ' ');
  }

  /** Why a linter cannot know that the build fails. */
  private static Optional<String> reason(String theirs, Dockerfile file) {
    StageGraph stages = StageGraph.of(file);
    if (theirs.startsWith("base name") || theirs.startsWith("failed to parse")) {
      boolean depends =
          file.stages().stream()
              .flatMap(
                  s -> Stream.concat(Stream.of(s.from().image()), s.from().platform().stream()))
              .flatMap(word -> word.variables().stream())
              .anyMatch(
                  v -> stages.global().knowledge(v.name().toString()) != Scope.Knowledge.UNKNOWN);
      return depends ? Optional.of("a build argument decides") : Optional.empty();
    }
    if (theirs.startsWith("invalid mount target")
        || theirs.equals("unsupported mount type \"\"")
        || theirs.equals("invalid signal: ")) {
      return Optional.of("the base image decides");
    }
    if (theirs.equals("the Dockerfile cannot be empty")) {
      return Optional.of("other words for a file with no instructions");
    }
    return theirs.equals("syntax error in pattern")
        ? Optional.of("the ignore file is to blame")
        : Optional.empty();
  }
}
