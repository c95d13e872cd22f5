package io.daviestechlabs.dockeradr.lint;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a rule without running it.
 *
 * @param severity its weight where nobody says otherwise
 * @param kind the files it reads
 * @param fix the safety of its fixes, empty where it has none
 * @param summary what it reports: one line, no stop, no markup
 */
public record Meta(Severity severity, FileKind kind, Optional<Fix.Safety> fix, String summary) {
  /** Nothing in it is null. */
  public Meta {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(summary);
  }

  /** A rule on Dockerfiles that only reports. */
  public static Meta of(Severity severity, String summary) {
    return new Meta(severity, FileKind.DOCKERFILE, Optional.empty(), summary);
  }

  /** The same rule, for another kind of file. */
  public Meta on(FileKind other) {
    return new Meta(severity, other, fix, summary);
  }

  /** The same rule, with fixes of a safety. */
  public Meta fixed(Fix.Safety safety) {
    return new Meta(severity, kind, Optional.of(safety), summary);
  }
}
