package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one script, and its comments, wherever they are met. */
final class Faults {
  private final Dialect dialect;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private boolean stopped;

  Faults(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The shell would stop here: what comes after the first is a consequence and not reported. */
  void syntax(String message, Span span) {
    if (!stopped) {
      stopped = true;
      problems.add(new Problem(Problem.Kind.SYNTAX, message, span));
    }
  }

  /** Reading stops for good. */
  void depth(Span span) {
    if (problems.stream().noneMatch(p -> p.kind() == Problem.Kind.DEPTH)) {
      stopped = true;
      problems.add(new Problem(Problem.Kind.DEPTH, "nested too deeply to be read", span));
    }
  }

  /** The shell goes on. */
  void doubt(String message, Span span) {
    problems.add(new Problem(Problem.Kind.DOUBT, message, span));
  }

  /** A feature is used: a problem unless the dialect has it. */
  void uses(Feature feature, String spelling, Span span) {
    if (!dialect.has(feature)) {
      String message =
          "'%s' is a bash feature; this RUN uses %s".formatted(spelling, dialect.shell());
      problems.add(new Problem(Problem.Kind.DIALECT, message, span));
    }
  }

  void comment(Comment comment) {
    comments.add(comment);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<Comment> comments() {
    return List.copyOf(comments);
  }
}
