package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.bake.BakeFile;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs rules over a folder of workflows, bake files, Makefiles and Dockerfiles, so that somebody
 * can read what they hit.
 *
 * <p>Arguments: the folder, and the ids of rules, all rules if there are none; {@code --builds} to
 * see what was read of each file, so that misses show too. A bake file is one in HCL or JSON, a
 * workflow one in YAML; it is for GitHub if it is below {@code .github}.
 */
public final class FilesRun {
  private final Linter linter;
  private final boolean showsBuilds;
  private final PrintStream out;
  private final Map<String, Integer> hits = new TreeMap<>();
  private int files;

  private FilesRun(List<Rule> rules, boolean showsBuilds, PrintStream out) {
    Map<String, Severity> severities = new HashMap<>();
    rules.stream()
        .filter(rule -> rule.meta().severity() == Severity.OFF)
        .filter(rule -> rules.size() < Rules.ALL.size())
        .forEach(rule -> severities.put(rule.id(), Severity.WARNING));
    this.linter = new Linter(rules, Options.adr().withSeverities(severities), Rules.ALL);
    this.showsBuilds = showsBuilds;
    this.out = out;
  }

  /** Prints each hit with its place and line, and the counts of each rule. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<String> words = List.of(args).subList(1, args.length);
    List<String> ids = words.stream().filter(word -> !word.startsWith("--")).toList();
    List<Rule> rules =
        Rules.ALL.stream().filter(rule -> ids.isEmpty() || ids.contains(rule.id())).toList();
    FilesRun run = new FilesRun(rules, words.contains("--builds"), System.out);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        run.lint(
            folder.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    System.out.println(run.files + " files");
    run.hits.forEach((rule, count) -> System.out.println(rule + ": " + count + " hits"));
  }

  private void lint(String name, String text) {
    Source source = Source.of(name, text);
    Subject subject = subject(source);
    files++;
    if (showsBuilds && subject instanceof ScriptedSubject scripted) {
      show(name, scripted);
    }
    for (Finding finding : linter.lint(subject)) {
      hits.merge(finding.rule().id(), 1, Integer::sum);
      int line = Math.max(1, Math.min(finding.start().line(), source.lineCount()));
      out.printf(
          "%s:%d:%d: %s: %s [%s]%n      %s%n",
          name,
          finding.start().line(),
          finding.start().column(),
          finding.severity(),
          finding.message(),
          finding.rule().id(),
          source.lineCount() == 0 ? "" : source.slice(source.line(line)).strip());
    }
  }

  private static Subject subject(Source source) {
    String name = source.name();
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (last.endsWith(".hcl") || last.endsWith(".json")) {
      return BakeSubject.of(BakeFile.parse(source), true);
    }
    if (last.endsWith(".yml") || last.endsWith(".yaml")) {
      return WorkflowSubject.of(Workflow.parse(source));
    }
    if (last.toLowerCase(java.util.Locale.ROOT).contains("makefile") || last.endsWith(".mk")) {
      return MakefileSubject.of(Makefile.parse(source), true);
    }
    return new DockerfileSubject(Dockerfile.parse(source), Surroundings.unknown());
  }

  private void show(String name, ScriptedSubject subject) {
    out.printf(
        "== %s: %d calls, %d builds%n", name, subject.calls().size(), subject.builds().size());
    subject.calls().stream()
        .flatMap(call -> BuildCommand.of(call).stream())
        .forEach(command -> out.printf("   %s%s%n", command.kind(), told(command)));
    for (CachedBuild build : subject.builds()) {
      String caches =
          build.entries().stream()
              .map(e -> (e.isExport() ? "to " : "from ") + subject.source().slice(e.span()))
              .collect(Collectors.joining(" | "));
      out.printf("   caches%s: %s%n", build.isComplete() ? "" : " and perhaps others", caches);
    }
  }

  private static String told(BuildCommand command) {
    return command.arguments().flags().stream()
        .map(flag -> " " + flag.name())
        .collect(Collectors.joining());
  }
}
