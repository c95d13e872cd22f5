package io.daviestechlabs.dockeradr.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Diff;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Runs one rule over a recorded corpus, so that somebody can read what it hits.
 *
 * <p>Arguments: the folder of {@code dockerfiles.jsonl.gz}, the rule's id, {@code --fix} to see
 * what the fixes make of the lines, and {@code --ignore} with an ignore file to lint with.
 */
public final class CorpusRun {
  private final Linter linter;
  private final boolean fixing;
  private final Optional<IgnoreFile> ignoreFile;
  private final PrintStream out;
  private int files;
  private int hitFiles;
  private int hits;
  private int fixes;
  private int broken;

  private CorpusRun(Rule rule, boolean fixing, Optional<IgnoreFile> ignoreFile, PrintStream out) {
    Severity severity =
        rule.meta().severity() == Severity.OFF ? Severity.WARNING : rule.meta().severity();
    this.linter =
        new Linter(List.of(rule), Options.adr().withSeverities(Map.of(rule.id(), severity)));
    this.fixing = fixing;
    this.ignoreFile = ignoreFile;
    this.out = out;
  }

  /** Prints each hit with its place and line, and the counts. */
  public static void main(String[] args) throws IOException {
    Rule rule = Rules.ALL.stream().filter(r -> r.id().equals(args[1])).findFirst().orElseThrow();
    List<String> options = List.of(args).subList(2, args.length);
    int ignore = options.indexOf("--ignore");
    Optional<IgnoreFile> ignoreFile =
        ignore < 0
            ? Optional.empty()
            : Optional.of(
                IgnoreFile.parse(
                    Source.of(
                        ".dockerignore", Files.readString(Path.of(options.get(ignore + 1))))));
    CorpusRun run = new CorpusRun(rule, options.contains("--fix"), ignoreFile, System.out);
    try (BufferedReader lines = open(Path.of(args[0], "dockerfiles.jsonl.gz"))) {
      ObjectMapper json = new ObjectMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode file = json.readTree(line);
        run.lint(file.get("id").asText(), file.get("text").asText());
      }
    }
    System.out.printf(
        "%s: %d hits in %d of %d files; %d fixes, %d files broken by them%n",
        rule.id(), run.hits, run.hitFiles, run.files, run.fixes, run.broken);
  }

  private static BufferedReader open(Path path) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8));
  }

  private void lint(String id, String text) {
    Source source = Source.of(id, text);
    List<Finding> findings = findings(source);
    files++;
    hitFiles += findings.isEmpty() ? 0 : 1;
    for (Finding finding : findings) {
      hits++;
      int line = Math.max(1, Math.min(finding.start().line(), source.lineCount()));
      out.printf(
          "%s:%d:%d %s%n      %s%n",
          id,
          finding.start().line(),
          finding.start().column(),
          finding.message(),
          source.lineCount() == 0 ? "" : source.slice(source.line(line)).strip());
    }
    if (fixing && findings.stream().anyMatch(f -> f.fix().isPresent())) {
      fix(source);
    }
  }

  /** A fix must not add a problem, and must settle. */
  private void fix(Source source) {
    Fixer.Fixed fixed = Fixer.fix(source, this::findings, EnumSet.allOf(Fix.Safety.class));
    fixes += fixed.applied().size();
    int before = Dockerfile.parse(source).problems().size();
    int after = Dockerfile.parse(fixed.source()).problems().size();
    if (after > before || !fixed.restless().isEmpty()) {
      broken++;
      out.println("      BROKEN by its fixes");
    }
    Diff.unified(source.name(), source.text(), fixed.source().text(), 0).stream()
        .skip(2)
        .forEach(line -> out.println("      " + line));
  }

  private List<Finding> findings(Source source) {
    Surroundings surroundings =
        new Surroundings(
            Optional.empty(),
            ImageKind.SERVICE,
            ignoreFile,
            ignoreFile.isEmpty(),
            true,
            Tree.UNKNOWN,
            Map.of(),
            Map.of());
    return linter.lint(new DockerfileSubject(Dockerfile.parse(source), surroundings));
  }
}
