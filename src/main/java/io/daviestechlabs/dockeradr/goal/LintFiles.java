package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.PomSubject;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Subject;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads files and lints them, on all cores; a file that cannot be read is a finding of its own. */
final class LintFiles {
  private final Lint lint;
  private final Linter linter;

  LintFiles(Lint lint, Linter linter) {
    this.lint = lint;
    this.linter = linter;
  }

  /**
   * The findings of everything, in order.
   *
   * @param scripted workflows, bake files and Makefiles
   */
  List<Finding> all(List<Path> dockerfiles, List<Path> scripted) {
    LintSubjects subjects = new LintSubjects(lint, dockerfiles);
    List<Subject> poms = dockerfiles.isEmpty() ? List.of() : pom();
    return Stream.of(
            dockerfiles.parallelStream()
                .flatMap(path -> lint(path, source -> subjects.dockerfile(path, source))),
            scripted.parallelStream().flatMap(path -> lint(path, s -> subjects.scripted(path, s))),
            poms.stream().flatMap(subject -> linter.lint(subject).stream()))
        .flatMap(found -> found)
        .filter(once())
        .sorted(Finding.ORDER)
        .toList();
  }

  /** Two Dockerfiles that copy one requirements file find the same in it. */
  private static Predicate<Finding> once() {
    Set<List<Object>> seen = ConcurrentHashMap.newKeySet();
    return f -> seen.add(List.of(f.rule().id(), f.source().name(), f.span(), f.message()));
  }

  private Stream<Finding> lint(Path path, Function<Source, Subject> subject) {
    SourceFile file = SourceFile.read(path, lint.name(path));
    return file.source()
        .map(source -> linter.lint(subject.apply(source)).stream())
        .orElseGet(() -> unread(path, file.problem()));
  }

  private Stream<Finding> unread(Path path, String problem) {
    Source nothing = Source.of(lint.name(path), "");
    return linter.rules().stream()
        .filter(rule -> rule.id().equals("ADR0001"))
        .map(rule -> unread(rule, nothing, problem));
  }

  private Finding unread(Rule rule, Source file, String problem) {
    return new Finding(
        rule,
        linter.options().severity(rule),
        file,
        Span.at(0),
        file.name() + " " + problem,
        "",
        Optional.empty());
  }

  private List<Subject> pom() {
    ProjectLabels labels = lint.labels();
    if (!labels.expected()) {
      return List.of();
    }
    Path pom = labels.pom().get();
    Set<String> unset = labels.unset(Set.copyOf(linter.options().requiredLabels()));
    return SourceFile.read(pom, lint.name(pom))
        .source()
        .map(source -> List.<Subject>of(new PomSubject(source, unset)))
        .orElse(List.of());
  }
}
