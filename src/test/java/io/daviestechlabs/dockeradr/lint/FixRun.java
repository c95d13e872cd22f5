package io.daviestechlabs.dockeradr.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Applies the fixes of all rules to a recorded corpus, and says what they leave worse.
 *
 * <p>Arguments: the folder of {@code dockerfiles.jsonl.gz}, and {@code --unsafe} to apply all
 * fixes. A file must parse as well as before, no rule may find more, a second run may change
 * nothing, and line ends and the final one stay as they are; all of it with LF and with CRLF.
 */
public final class FixRun {
  private final Linter linter = new Linter(Rules.ALL, Options.adr());
  private final Set<Fix.Safety> safeties;
  private final Map<String, Integer> removed = new TreeMap<>();
  private int files;
  private int changed;
  private int bad;

  private FixRun(boolean unsafe) {
    this.safeties = unsafe ? EnumSet.allOf(Fix.Safety.class) : EnumSet.of(Fix.Safety.SAFE);
  }

  /** Prints each defect, then how many findings of each rule are gone. */
  public static void main(String[] args) throws IOException {
    FixRun run = new FixRun(List.of(args).contains("--unsafe"));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(args[0], "dockerfiles.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      ObjectMapper json = new ObjectMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode file = json.readTree(line);
        String text = file.get("text").asText();
        run.fix(file.get("id").asText(), text, true);
        run.fix(file.get("id").asText() + " CRLF", crlf(text), false);
      }
    }
    run.removed.forEach((rule, count) -> System.out.printf("%s %d%n", rule, count));
    System.out.printf(
        "%d findings gone; %d of %d files changed, %d defects%n",
        run.removed.values().stream().mapToInt(Integer::intValue).sum(),
        run.changed,
        run.files,
        run.bad);
  }

  private static String crlf(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  private void fix(String id, String text, boolean counted) {
    Source source = Source.of(id, text);
    Fixer.Fixed fixed;
    try {
      fixed = Fixer.fix(source, this::findings, safeties);
    } catch (RuntimeException e) {
      say(id, "threw " + e);
      return;
    }
    String result = fixed.source().text();
    fixed
        .takenBack()
        .forEach(
            back ->
                say(
                    id,
                    "%s at line %d added %s"
                        .formatted(
                            back.finding().rule().id(),
                            back.finding().start().line(),
                            back.added())));
    if (!fixed.restless().isEmpty()) {
      say(id, "restless " + fixed.restless());
    }
    if (problems(fixed.source()) > problems(source)) {
      say(id, "no longer parses");
    }
    if (!Fixer.fix(fixed.source(), this::findings, safeties).applied().isEmpty()) {
      say(id, "a second run changes more");
    }
    if (!counted && !crlf(result).equals(result)) {
      say(id, "has bare LF");
    }
    if (!text.isEmpty() && text.endsWith("\n") != result.endsWith("\n")) {
      say(id, "has another end");
    }
    if (counted) {
      count(source, fixed);
    }
  }

  private void count(Source source, Fixer.Fixed fixed) {
    files++;
    changed += fixed.source().text().equals(source.text()) ? 0 : 1;
    findings(source).forEach(f -> removed.merge(f.rule().id(), 1, Integer::sum));
    findings(fixed.source()).forEach(f -> removed.merge(f.rule().id(), -1, Integer::sum));
  }

  private void say(String id, String defect) {
    bad++;
    System.out.println(id + ": " + defect);
  }

  private static int problems(Source source) {
    return Dockerfile.parse(source).problems().size();
  }

  private List<Finding> findings(Source source) {
    Surroundings surroundings =
        new Surroundings(
            Optional.empty(),
            ImageKind.SERVICE,
            Optional.empty(),
            true,
            true,
            Tree.UNKNOWN,
            Map.of(),
            Map.of("org.opencontainers.image.title", "Größe"));
    return linter.lint(new DockerfileSubject(Dockerfile.parse(source), surroundings));
  }
}
