package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Position;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Comparator;
import java.util.List;
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
 * @param hidden what no report may show of the file
 * @param suppression the comment on account of which it is not shown, if there is one
 */
public record Finding(
    Rule rule,
    Severity severity,
    Source source,
    Span span,
    String message,
    String label,
    Optional<Fix> fix,
    List<Span> hidden,
    Optional<Suppression> suppression) {
  /** By file, place, then rule: the order of all output. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.source.name())
          .thenComparingInt(f -> f.span.start())
          .thenComparingInt(f -> f.span.end())
          .thenComparing(f -> f.rule.id())
          .thenComparing(Finding::message);

  /** Keeps message and label on one line each, whatever they quote. */
  public Finding {
    message = message.replace('\n', ' ').replace('\r', ' ');
    label = label.replace('\n', ' ').replace('\r', ' ');
  }

  /** One in a file that has nothing to hide. */
  public Finding(
      Rule rule,
      Severity severity,
      Source source,
      Span span,
      String message,
      String label,
      Optional<Fix> fix) {
    this(rule, severity, source, span, message, label, fix, List.of(), Optional.empty());
  }

  /** The same, not to be shown on account of a comment. */
  Finding suppressed(Suppression by) {
    return new Finding(rule, severity, source, span, message, label, fix, hidden, Optional.of(by));
  }

  /** Whether it counts. */
  public boolean isActive() {
    return suppression.isEmpty();
  }

  /** A message that does not quote what no report may show of the place that it is about. */
  static String without(List<Span> hidden, Source source, Span place, String message) {
    String shown = message;
    for (Span span : hidden) {
      if (span.overlaps(place) && shown.indexOf('\'') >= 0) {
        shown = shown.replace(source.slice(span), "***");
      }
    }
    return shown;
  }

  /** Line and column of the first character. */
  public Position start() {
    return source.position(span.start());
  }

  /** Line and column behind the last character. */
  public Position end() {
    return source.position(span.end());
  }
}
