package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.report.Format;
import io.daviestechlabs.dockeradr.report.Summary;
import io.daviestechlabs.dockeradr.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a module's Dockerfiles and what belongs to them.
 *
 * @param search where the Dockerfiles are
 * @param workflows the workflows and actions of the repository, if this module is the one to lint
 *     them
 * @param standpoint directory to which names in the output are relative
 * @param options weights and settings of the rules
 * @param kind what the images are for
 * @param built what the project's build makes
 * @param labels what the project gives to its images
 * @param ignoreFileWritten whether the build writes the ignore file before each run
 * @param reports forms of report to write
 * @param failOn least weight that fails; {@link Severity#OFF} for none
 * @param directory where reports go
 * @param console where findings are printed
 */
public record Lint(
    DockerfileSearch search,
    List<Path> workflows,
    Path standpoint,
    Options options,
    ImageKind kind,
    List<BuiltImage> built,
    ProjectLabels labels,
    boolean ignoreFileWritten,
    Set<Format> reports,
    Severity failOn,
    Path directory,
    Console console) {

  /** Those that read files; images are another goal's. */
  private static final List<Rule> RULES =
      Rules.ALL.stream().filter(rule -> rule.meta().family() != Family.IMAGE).toList();

  /** Of the file, below the folder of all actions. */
  private static final int DEEPEST_ACTION = 4;

  /** Lints all, prints all, writes all reports, and only then fails. */
  public void run() {
    LintFiles files = new LintFiles(this, new Linter(Rules.ALL, options), new WorkingCopy());
    List<Finding> all = files.all();
    List<Finding> findings = all.stream().filter(Finding::isActive).toList();
    print(findings);
    write(all, files.paths().size());
    String total = total(files, findings);
    console.info(files.dockerfiles().isEmpty() ? "no Dockerfile below " + base() : total);
    failOn(findings, total);
  }

  /** The line that ends a run. */
  static String total(LintFiles files, List<Finding> findings) {
    boolean only = files.paths().size() == files.dockerfiles().size();
    return Summary.of(files.paths().size(), findings).line(only ? "Dockerfile" : "file");
  }

  /** Fails if a finding weighs enough. */
  void failOn(List<Finding> findings, String total) {
    FindingOutput.fail(findings, failOn, total);
  }

  /** The workflows and actions that a repository has, for the module at its top. */
  public static List<Path> workflows(Path repository) {
    return Stream.of(".github", ".gitea", ".forgejo")
        .map(repository::resolve)
        .flatMap(
            host ->
                Stream.concat(
                    files(host.resolve("workflows"), 1, ".*\\.ya?ml"),
                    files(host.resolve("actions"), DEEPEST_ACTION, "action\\.ya?ml")))
        .sorted()
        .toList();
  }

  private static Stream<Path> files(Path directory, int depth, String name) {
    try (Stream<Path> files = Files.walk(directory, depth)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).toList().stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  Path base() {
    return search.base();
  }

  /** How findings call a file: by its path from where the user stands, with slashes. */
  String name(Path path) {
    Path shown = path.startsWith(standpoint) ? standpoint.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  void print(List<Finding> findings) {
    FindingOutput.print(findings, console);
  }

  private void write(List<Finding> findings, int files) {
    for (Format format : reports) {
      Path file = directory.resolve(format.file());
      FindingOutput.write(format.report(), findings, RULES, files, file);
    }
  }
}
