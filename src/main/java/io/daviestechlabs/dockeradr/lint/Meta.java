package io.daviestechlabs.dockeradr.lint;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a rule without running it.
 *
 * @param severity its weight where nobody says otherwise
 * @param kinds the files it reads
 * @param fix the safety of its fixes, empty where it has none
 * @param summary what it reports: one line, no stop, no markup
 */
public record Meta(
    Severity severity, Set<FileKind> kinds, Optional<Fix.Safety> fix, String summary) {
  /** Nothing in it is null. */
  public Meta {
    Objects.requireNonNull(severity);
    kinds = Set.copyOf(kinds);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(summary);
  }

  /** A rule on Dockerfiles that only reports. */
  public static Meta of(Severity severity, String summary) {
    return new Meta(severity, Set.of(FileKind.DOCKERFILE), Optional.empty(), summary);
  }

  /** The same rule, for other kinds of files. */
  public Meta on(FileKind... others) {
    return new Meta(severity, Set.of(others), fix, summary);
  }

  /** The same rule, with fixes of a safety. */
  public Meta fixed(Fix.Safety safety) {
    return new Meta(severity, kinds, Optional.of(safety), summary);
  }
}
