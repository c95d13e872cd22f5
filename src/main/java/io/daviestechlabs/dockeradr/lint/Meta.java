package io.daviestechlabs.dockeradr.lint;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a rule without running it.
 *
 * @param family where it comes from
 * @param severity its weight where nobody says otherwise
 * @param kinds the files it reads
 * @param fix the safety of its fixes, empty where it has none
 * @param sameAs id of a rule of an earlier family that says the same; where it does, this one keeps
 *     quiet
 * @param summary what it reports: one line, no stop, no markup
 */
public record Meta(
    Family family,
    Severity severity,
    Set<FileKind> kinds,
    Optional<Fix.Safety> fix,
    Optional<String> sameAs,
    String summary) {
  /** Nothing in it is null. */
  public Meta {
    Objects.requireNonNull(family);
    Objects.requireNonNull(severity);
    kinds = Set.copyOf(kinds);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(sameAs);
    Objects.requireNonNull(summary);
  }

  /** A rule of the decision, on Dockerfiles, that only reports. */
  public static Meta of(Severity severity, String summary) {
    return new Meta(
        Family.ADR,
        severity,
        Set.of(FileKind.DOCKERFILE),
        Optional.empty(),
        Optional.empty(),
        summary);
  }

  /** A check of BuildKit that is on, and only reports. */
  public static Meta buildkit(String summary) {
    return buildkit(Severity.WARNING, summary);
  }

  /** A check of BuildKit that is on only where somebody asks for it. */
  public static Meta experimental(String summary) {
    return buildkit(Severity.OFF, summary);
  }

  /** A check of images that were built. */
  public static Meta image(Severity severity, String summary) {
    return new Meta(
        Family.IMAGE,
        severity,
        Set.of(FileKind.IMAGE),
        Optional.empty(),
        Optional.empty(),
        summary);
  }

  private static Meta buildkit(Severity severity, String summary) {
    return new Meta(
        Family.BUILDKIT,
        severity,
        Set.of(FileKind.DOCKERFILE),
        Optional.empty(),
        Optional.empty(),
        summary);
  }

  /** The same rule, for other kinds of files. */
  public Meta on(FileKind... others) {
    return new Meta(family, severity, Set.of(others), fix, sameAs, summary);
  }

  /** The same rule, with fixes of a safety. */
  public Meta fixed(Fix.Safety safety) {
    return new Meta(family, severity, kinds, Optional.of(safety), sameAs, summary);
  }

  /** The same rule, which keeps quiet where another one reports the same place. */
  public Meta sameAs(String id) {
    return new Meta(family, severity, kinds, fix, Optional.of(id), summary);
  }
}
