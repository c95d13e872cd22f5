package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.PomSubject;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Subject;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final WorkingCopy copy;
  private final List<Path> dockerfiles;
  private final LintSubjects subjects;
  private final Map<Path, Function<Source, Subject>> kinds = new LinkedHashMap<>();

  LintFiles(Lint lint, Linter linter, WorkingCopy copy) {
    this.lint = lint;
    this.linter = linter;
    this.copy = copy;
    this.dockerfiles = lint.search().find();
    this.subjects = new LintSubjects(lint, copy, dockerfiles);
    for (Path path : dockerfiles) {
      kinds.put(path, source -> subjects.dockerfile(path, source));
    }
    Stream.concat(lint.workflows().stream(), BuildFiles.find(lint.base(), dockerfiles).stream())
        .forEach(path -> kinds.putIfAbsent(path, source -> subjects.scripted(path, source)));
  }

  /** The Dockerfiles, in order. */
  List<Path> dockerfiles() {
    return dockerfiles;
  }

  /** What is known of them. */
  LintSubjects subjects() {
    return subjects;
  }

  /** All files that are linted but the POM, in order. */
  Set<Path> paths() {
    return kinds.keySet();
  }

  /** The text of a file, with stars for its secrets. */
  String shown(Path path, Source source) {
    Span all = new Span(0, source.text().length());
    Function<Source, Subject> kind = kinds.get(path);
    return source.slice(
        all, kind == null ? SecretShape.in(source, all) : kind.apply(source).hidden(all));
  }

  /** The findings of everything that no comment suppresses, in order. */
  List<Finding> active() {
    return all().stream().filter(Finding::isActive).toList();
  }

  /** The findings of everything, the suppressed ones too, in order. */
  List<Finding> all() {
    return ordered(Stream.concat(kinds.keySet().parallelStream().flatMap(this::lint), pom()));
  }

  /**
   * The findings of some files that no comment suppresses, in order, with those that they have in
   * other files.
   */
  List<Finding> of(Collection<Path> paths) {
    return ordered(paths.stream().flatMap(this::lint).filter(Finding::isActive));
  }

  private static List<Finding> ordered(Stream<Finding> findings) {
    return findings.filter(once()).sorted(Finding.ORDER).toList();
  }

  /** Two Dockerfiles that copy one requirements file find the same in it. */
  private static Predicate<Finding> once() {
    Set<List<Object>> seen = ConcurrentHashMap.newKeySet();
    return f -> seen.add(List.of(f.rule().id(), f.source().name(), f.span(), f.message()));
  }

  private Stream<Finding> lint(Path path) {
    SourceFile file = copy.read(path, lint.name(path));
    return file.source()
        .map(source -> linter.lintAll(kinds.get(path).apply(source)).stream())
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

  private Stream<Finding> pom() {
    ProjectLabels labels = lint.labels();
    boolean gives = labels.expected() && !dockerfiles.isEmpty();
    if (labels.pom().isEmpty() || !gives && linter.options().settings().isEmpty()) {
      return Stream.empty();
    }
    Path pom = labels.pom().get();
    Set<String> unset =
        gives ? labels.unset(Set.copyOf(linter.options().requiredLabels())) : Set.of();
    boolean isTop = lint.base().equals(lint.standpoint());
    return SourceFile.read(pom, lint.name(pom)).source().stream()
        .flatMap(source -> linter.lintAll(PomSubject.of(source, unset, isTop)).stream());
  }
}
