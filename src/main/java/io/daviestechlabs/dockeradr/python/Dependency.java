package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * What a project asks for by name, and which versions of it.
 *
 * @param name as written
 * @param key the name as indexes compare it
 * @param span where it is written
 * @param hasLowerBound whether old versions are refused
 * @param hasUpperBound whether versions to come are refused
 */
public record Dependency(
    String name, String key, Span span, boolean hasLowerBound, boolean hasUpperBound) {
  /** What a range lacks. */
  public enum Gap {
    /** Both bounds. */
    RANGE("a version range", "any release may be installed"),
    /** What keeps versions to come out. */
    UPPER("an upper bound", "the next major release comes unasked"),
    /** What keeps old versions out. */
    LOWER("a lower bound", "a release of years ago would do");

    private final String words;
    private final String consequence;

    Gap(String words, String consequence) {
      this.words = words;
      this.consequence = consequence;
    }

    /** What is missing, with its article. */
    public String words() {
      return words;
    }

    /** What comes of it. */
    public String consequence() {
      return consequence;
    }
  }

  /** What a requirement asks for; empty for paths, addresses and what cannot be read. */
  public static Optional<Dependency> of(Requirement requirement) {
    if (requirement.fault().isPresent() || requirement.isUnknown() || requirement.isDirect()) {
      return Optional.empty();
    }
    return Optional.of(
        new Dependency(
            requirement.name(),
            requirement.normalizedName(),
            requirement.span(),
            requirement.hasLowerBound(),
            requirement.hasUpperBound()));
  }

  /** What the requirements of a list of strings ask for. */
  static List<Dependency> of(List<Text> requirements) {
    return requirements.stream().flatMap(r -> of(Requirement.parse(r)).stream()).toList();
  }

  /** The same with the bounds that a constraint of the same name adds. */
  public Dependency within(Dependency constraint) {
    return new Dependency(
        name,
        key,
        span,
        hasLowerBound || constraint.hasLowerBound,
        hasUpperBound || constraint.hasUpperBound);
  }

  /** What it lacks to be bounded on both sides. */
  public Optional<Gap> gap() {
    if (hasLowerBound) {
      return hasUpperBound ? Optional.empty() : Optional.of(Gap.UPPER);
    }
    return Optional.of(hasUpperBound ? Gap.LOWER : Gap.RANGE);
  }
}
