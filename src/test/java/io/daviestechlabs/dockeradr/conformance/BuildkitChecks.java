package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Warning;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.ImageEnvironments;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Our answers in the form of BuildKit's warnings.
 *
 * <p>Ours point at a word; BuildKit names the lines of the instruction that the word stands in. A
 * build that fails ends the checks, so only those before the failure are compared then: the rest of
 * BuildKit's answer is not known.
 */
final class BuildkitChecks {
  /** Recorded with images of no configuration, which set nothing. */
  private static final ImageEnvironments EMPTY = image -> Optional.of(Set.of());

  /** It depends on the images themselves, which the recordings did without. */
  private static final String OF_IMAGES = "InvalidBaseImagePlatform";

  private static final Linter LINTER = new Linter(rules(), Options.adr());

  private final Map<String, Integer> phases = new HashMap<>();

  BuildkitChecks(Recordings recordings) throws IOException {
    for (JsonNode rule : recordings.json("buildkit/rules.json").get("rules")) {
      phases.put(rule.get("name").textValue(), rule.get("phase").textValue().charAt(0) - '0');
    }
  }

  private static List<Rule> rules() {
    return Rules.ALL.stream()
        .filter(r -> r.meta().family() == Family.BUILDKIT)
        .filter(r -> !r.id().equals(OF_IMAGES))
        .toList();
  }

  /** One warning, as both sides tell it. */
  record Check(String rule, String detail, int startLine, int endLine) {
    /** Reads an object, or an array of rule, line and detail; that does not tell the last line. */
    static Check of(JsonNode warning) {
      if (warning.isArray()) {
        String detail = warning.get(2).textValue();
        return new Check(warning.get(0).textValue(), detail, warning.get(1).intValue(), 0);
      }
      return new Check(
          warning.get("rule").textValue(),
          warning.get("detail").textValue(),
          warning.get("startLine").intValue(),
          warning.get("endLine").intValue());
    }
  }

  /**
   * Compares the warnings of one file.
   *
   * @param warnings BuildKit's
   * @param error what its build ends with; JSON's null if it does not fail
   * @param ignoreFile the ignore file; null without one
   */
  void compare(
      Tally tally, String id, JsonNode warnings, JsonNode error, String text, String ignoreFile) {
    List<Check> theirs = new ArrayList<>();
    warnings.forEach(warning -> theirs.add(Check.of(warning)));
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    List<Check> ours = ours(file, Optional.ofNullable(ignoreFile));
    if (theirs.stream().anyMatch(c -> c.endLine() == 0)) {
      ours.replaceAll(c -> new Check(c.rule(), c.detail(), c.startLine(), 0));
    }
    if (error != null && !error.isNull()) {
      BuildkitEnd end = BuildkitEnd.of(error, file);
      ours.removeIf(c -> !end.isReached(phases.get(c.rule()), c.startLine(), theirs.contains(c)));
    }
    tally.compareSets(id, theirs, ours);
  }

  private static List<Check> ours(Dockerfile file, Optional<String> ignoreFile) {
    Surroundings surroundings =
        new Surroundings(
            Optional.empty(),
            ImageKind.SERVICE,
            ignoreFile.map(i -> IgnoreFile.parse(Source.of(".dockerignore", i))),
            false,
            true,
            Tree.UNKNOWN,
            Map.of(),
            Map.of());
    List<Check> checks = new ArrayList<>();
    for (Finding finding : LINTER.lint(new DockerfileSubject(file, surroundings, EMPTY))) {
      checks.add(check(finding, file));
    }
    return checks;
  }

  private static Check check(Finding finding, Dockerfile file) {
    int line = finding.start().line();
    String rule = finding.rule().id();
    if (rule.equals("NoEmptyContinuation")) {
      Warning warning =
          file.warnings().stream()
              .filter(w -> w.lines().contains(finding.span()))
              .findFirst()
              .orElseThrow();
      return new Check(rule, finding.message(), warning.startLine(), warning.endLine());
    }
    Instruction instruction =
        file.instructions().stream()
            .filter(i -> i.startLine() <= line && line <= i.endLine())
            .findFirst()
            .orElseThrow();
    return new Check(rule, finding.message(), instruction.startLine(), instruction.endLine());
  }
}
