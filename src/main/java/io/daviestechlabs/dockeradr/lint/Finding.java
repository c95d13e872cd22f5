package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Position;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that one rule says of one place.
 *
 * @param rule who says it
 * @param severity its weight in this run
 * @param source the file that it points into
 * @param span the place; empty where something is missing
 * @param message what is wrong: one line, culprits in quotes, no stop
 * @param label a few words beside the place; empty for none
 * @param fix the repair, if there is one
 */
public record Finding(
    Rule rule,
    Severity severity,
    Source source,
    Span span,
    String message,
    String label,
    Optional<Fix> fix) {
  /** By file, place, then rule: the order of all output. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.source.name())
          .thenComparingInt(f -> f.span.start())
          .thenComparingInt(f -> f.span.end())
          .thenComparing(f -> f.rule.id())
          .thenComparing(Finding::message);

  /** Line and column of the first character. */
  public Position start() {
    return source.position(span.start());
  }

  /** Line and column behind the last character. */
  public Position end() {
    return source.position(span.end());
  }
}
