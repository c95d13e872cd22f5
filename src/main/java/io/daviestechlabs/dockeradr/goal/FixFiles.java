package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fixer;
import io.daviestechlabs.dockeradr.lint.Fixer.Fixed;
import io.daviestechlabs.dockeradr.lint.Fixer.TakenBack;
import io.daviestechlabs.dockeradr.text.Diff;
import io.daviestechlabs.dockeradr.text.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fixes one file after another, in memory first; what cannot be written does not stop the rest. */
final class FixFiles {
  private static final String DEFECT = ": please report this defect of docker-adr-maven-plugin";

  private final Fix fix;
  private final Lint lint;
  private final LintFiles files;
  private final WorkingCopy copy;
  private int unwritten;

  FixFiles(Fix fix, LintFiles files, WorkingCopy copy) {
    this.fix = fix;
    this.lint = fix.lint();
    this.files = files;
    this.copy = copy;
  }

  void run() {
    Map<Path, Set<Path>> edited = new TreeMap<>();
    Map<Path, Set<Path>> generated = new TreeMap<>();
    for (Path path : files.paths()) {
      for (Finding finding : files.of(List.of(path))) {
        if (fix.wants(finding)) {
          boolean isEdit = !finding.fix().get().generatesIgnoreFile();
          Path target = isEdit ? place(finding) : ignoreFile(path);
          (isEdit ? edited : generated).computeIfAbsent(target, p -> new TreeSet<>()).add(path);
        }
      }
    }
    edited.forEach(this::edit);
    generated.forEach(this::generate);
  }

  /** How many files could not be written. */
  int unwritten() {
    return unwritten;
  }

  private Path place(Finding finding) {
    return lint.standpoint().resolve(finding.source().name());
  }

  private Path ignoreFile(Path dockerfile) {
    return files.subjects().ignoreFile(dockerfile, files.subjects().context(dockerfile));
  }

  /**
   * Fixes a file.
   *
   * @param reporters the files that are linted to find what is wrong in it; mostly itself
   */
  private void edit(Path path, Set<Path> reporters) {
    Optional<Source> source = copy.read(path, lint.name(path)).source();
    if (source.isEmpty()) {
      return;
    }
    Fixed fixed =
        Fixer.fix(
            source.get(),
            version -> {
              copy.put(path, version);
              return files.of(reporters);
            },
            fix.safeties(),
            fix::isAsked);
    fixed.takenBack().forEach(back -> warn(path, back));
    if (!fixed.restless().isEmpty()) {
      String rules = String.join(", ", fixed.restless());
      lint.console().warn(lint.name(path) + ": fixes of " + rules + " do not settle" + DEFECT);
    }
    finish(path, source, fixed.source());
  }

  private void warn(Path path, TakenBack back) {
    lint.console()
        .warn(
            "%s:%d: the fix of %s was taken back, since %s found more after it%s"
                .formatted(
                    lint.name(path),
                    back.finding().start().line(),
                    back.finding().rule().id(),
                    String.join(", ", back.added()),
                    DEFECT));
  }

  /** Generates an ignore file, keeping all that any of the Dockerfiles needs. */
  private void generate(Path path, Set<Path> reporters) {
    Path context = files.subjects().context(reporters.iterator().next());
    SourceFile present = copy.read(path, lint.name(path));
    if (copy.has(path) && present.source().isEmpty()) {
      lint.console().error(lint.name(path) + " " + present.problem());
      unwritten++;
      return;
    }
    List<String> sources =
        files.dockerfiles().stream()
            .flatMap(file -> copy.read(file, lint.name(file)).source().stream())
            .flatMap(file -> GenerateDockerignore.sources(Dockerfile.parse(file)).stream())
            .distinct()
            .toList();
    String before = present.source().map(Source::text).orElse("");
    // What is copied as a whole cannot be allowed by name.
    IgnoreGenerator.Style style =
        sources.stream().anyMatch(IgnoreGenerator::isWhole)
            ? IgnoreGenerator.Style.DENY
            : fix.style();
    String text =
        IgnoreGenerator.generate(
                GenerateDockerignore.order(context, before, sources, style, fix.withGit()))
            .text();
    List<Finding> had = files.of(files.dockerfiles());
    Source source = present.source().orElse(Source.of(lint.name(path), "")).with(text);
    copy.put(path, source);
    Set<String> added = Fixer.added(had, files.of(files.dockerfiles()));
    if (added.isEmpty()) {
      finish(path, present.source(), source);
    } else {
      copy.restore(path);
      String rules = String.join(", ", added);
      lint.console()
          .warn(lint.name(path) + " was left as it is, since " + rules + " found more" + DEFECT);
    }
  }

  /** Shows or writes what a file has become; a file that stays as it was is not touched. */
  private void finish(Path path, Optional<Source> before, Source after) {
    String old = before.map(Source::text).orElse("");
    copy.put(path, after);
    if (old.equals(after.text())) {
      return;
    }
    if (fix.dryRun()) {
      String shown = before.map(source -> files.shown(path, source)).orElse("");
      Diff.unified(lint.name(path), shown, files.shown(path, after)).forEach(lint.console()::info);
      lint.console().info("");
      return;
    }
    Optional<String> problem =
        AtomicFile.replace(
            path, before.map(source -> source.encode(old)), after.encode(after.text()));
    if (problem.isPresent()) {
      copy.restore(path);
      lint.console().error(lint.name(path) + " was left as it is: " + problem.get());
      unwritten++;
    }
  }
}
