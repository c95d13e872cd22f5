package io.daviestechlabs.dockeradr.fuzz;

import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Piece;
import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.shell.Dialect;
import io.daviestechlabs.dockeradr.shell.HereDocument;
import io.daviestechlabs.dockeradr.shell.Node;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What holds for every Dockerfile, however broken: of both parsers, and of all rules together. */
public final class Invariants {
  private static final Surroundings SURROUNDINGS =
      new Surroundings(
          Optional.empty(),
          ImageKind.SERVICE,
          Optional.of(IgnoreFile.parse(Source.of(".dockerignore", ".git\n**/*.log\nbuild\n"))),
          false,
          true,
          Tree.UNKNOWN,
          Map.of(),
          Map.of());

  private static final Linter ALL_RULES = new Linter(Rules.ALL, everything());

  private static final Linter CHECKS =
      new Linter(
          Rules.ALL.stream().filter(rule -> rule.meta().family() == Family.BUILDKIT).toList(),
          Options.adr());

  private Invariants() {}

  private static Options everything() {
    Map<String, Severity> off =
        Rules.ALL.stream()
            .filter(rule -> rule.meta().severity() == Severity.OFF)
            .collect(Collectors.toMap(Rule::id, rule -> Severity.WARNING));
    return Options.adr().withSeverities(off);
  }

  /** How many rules {@link #lint} runs. */
  public static long rules() {
    return ALL_RULES.rules().stream()
        .filter(rule -> rule.meta().kinds().contains(FileKind.DOCKERFILE))
        .count();
  }

  /** Parses a file, derives all facts, and runs all rules, those that are off too. */
  public static Linted lint(Source source) {
    return lint(source, ALL_RULES);
  }

  /** The same with no more than BuildKit's own checks. */
  public static Linted check(Source source) {
    return lint(source, CHECKS);
  }

  private static Linted lint(Source source, Linter linter) {
    Dockerfile file = Dockerfile.parse(source);
    DockerfileSubject subject = new DockerfileSubject(file, SURROUNDINGS);
    return new Linted(subject, linter.lint(subject));
  }

  /**
   * A file with all that is said of it.
   *
   * @param subject file and facts
   * @param findings of all rules
   */
  public record Linted(DockerfileSubject subject, List<Finding> findings) {
    /** Throws where an invariant does not hold. */
    public void check() {
      Dockerfile file = subject.file();
      tile(file);
      file.instructions().forEach(Linted::nest);
      file.problems().stream().map(Problem::span).forEach(span -> inFile(span, "problem"));
      file.all(Run.class).forEach(this::scripts);
      findings.forEach(this::check);
    }

    private static void tile(Dockerfile file) {
      int end = 0;
      for (Piece piece : file.pieces()) {
        require(piece.span().start() == end, () -> "does not follow the piece before: " + piece);
        end = piece.span().end();
      }
      require(end == file.source().text().length(), () -> "pieces end before the file does");
    }

    private static void nest(io.daviestechlabs.dockeradr.dockerfile.Node node) {
      for (io.daviestechlabs.dockeradr.dockerfile.Node child : node.children()) {
        boolean inside = child instanceof Heredoc || node.span().contains(child.span());
        require(inside, () -> "not inside its parent: " + child + " of " + node);
        nest(child);
      }
    }

    private void scripts(Run run) {
      subject.facts().scripts(run).forEach(this::nest);
      if (run.command() instanceof ShellForm shell) {
        nest(Script.parse(shell.script(), Dialect.BASH));
      }
    }

    private void nest(Script script) {
      script.walk().forEach(this::nestShell);
      script.problems().forEach(problem -> inFile(problem.span(), "problem of a script"));
      script.comments().forEach(comment -> inFile(comment.text().span(), "comment of a script"));
      script.calls().forEach(call -> inFile(call.span(), "call"));
    }

    private void nestShell(Node node) {
      inFile(node.span(), "node");
      for (Node child : node.children()) {
        boolean inside = child instanceof HereDocument || node.span().contains(child.span());
        require(inside, () -> "not inside its parent: " + child + " of " + node);
      }
    }

    private void check(Finding finding) {
      String rule = finding.rule().id();
      require(!finding.message().contains("\n"), () -> rule + ": a message of several lines");
      require(!finding.label().contains("\n"), () -> rule + ": a label of several lines");
      if (finding.source() == subject.source()) {
        inFile(finding.span(), rule);
        finding.fix().ifPresent(fix -> check(rule, fix));
      }
    }

    private void check(String rule, Fix fix) {
      fix.edits().forEach(edit -> inFile(edit.span(), rule + ", fix"));
      Edit.apply(subject.source().text(), fix.edits());
    }

    private void inFile(Span span, String what) {
      require(
          span.end() <= subject.source().text().length(), () -> what + " beyond the file: " + span);
    }

    private static void require(boolean holds, Supplier<String> what) {
      if (!holds) {
        String said = what.get();
        throw new AssertionError(said.substring(0, Math.min(said.length(), 300)));
      }
    }
  }
}
