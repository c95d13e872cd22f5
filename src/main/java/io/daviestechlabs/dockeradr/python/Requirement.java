package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Python requirement: {@code name[extra] >=1.0,<2.0 ; marker} or {@code name @ url}, and what pip
 * takes besides: paths, addresses, version control.
 *
 * @param text all of it, without quotes
 * @param name of the project; empty for a path or an address that tells none
 * @param extras in order
 * @param specifiers in order, possibly none
 * @param url behind {@code @}, or the path or address that it is
 * @param marker behind the semicolon
 * @param hashed whether a {@code --hash} follows, as in a requirements file
 * @param fault what is wrong with it
 */
public record Requirement(
    Text text,
    String name,
    List<String> extras,
    List<Specifier> specifiers,
    Optional<Text> url,
    Optional<Text> marker,
    boolean hashed,
    Optional<String> fault) {
  /**
   * One bound.
   *
   * @param operator as written
   * @param version behind it; a variable as written
   * @param span both
   */
  public record Specifier(String operator, Text version, Span span) {
    /** Whether versions below something are refused. */
    public boolean isLowerBound() {
      return isExact() || operator.startsWith(">");
    }

    /** Whether versions above something are refused. */
    public boolean isUpperBound() {
      return isExact() || operator.startsWith("<");
    }

    /** Whether it is both: {@code ==}, {@code ===}, {@code ~=}. */
    private boolean isExact() {
      return operator.startsWith("==") || operator.equals("~=");
    }
  }

  /** Reads a word of a command line; never throws. */
  public static Requirement parse(Text text) {
    return new RequirementReader(text.strip()).read();
  }

  /**
   * Reads a line of a requirements file; empty for blank lines, comments and options.
   *
   * @param line with continuations joined, without its line end
   */
  public static Optional<Requirement> ofLine(Text line) {
    Text plain = withoutComment(line).strip();
    if (plain.length() == 0 || plain.charAt(0) == '-') {
      return Optional.empty();
    }
    int options = plain.toString().indexOf(" --");
    if (options < 0) {
      return Optional.of(parse(plain));
    }
    boolean hashed = plain.toString().indexOf(" --hash", options) >= 0;
    Requirement bare = parse(plain.subSequence(0, options));
    return Optional.of(
        new Requirement(
            bare.text,
            bare.name,
            bare.extras,
            bare.specifiers,
            bare.url,
            bare.marker,
            hashed,
            bare.fault));
  }

  private static Text withoutComment(Text line) {
    for (int i = line.indexOf('#', 0); i >= 0; i = line.indexOf('#', i + 1)) {
      if (i == 0 || Character.isWhitespace(line.charAt(i - 1))) {
        return line.subSequence(0, i);
      }
    }
    return line;
  }

  /** Where it is written. */
  public Span span() {
    return text.span();
  }

  /** The name as indexes compare it: lower case, one dash for each run of {@code -_.}. */
  public String normalizedName() {
    StringBuilder out = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean separator = c == '-' || c == '_' || c == '.';
      boolean repeated = separator && out.length() > 0 && out.charAt(out.length() - 1) == '-';
      if (!repeated) {
        out.append(separator ? '-' : c);
      }
    }
    return out.toString();
  }

  /** Whether it is a path, an address or version control, and no name that an index knows. */
  public boolean isDirect() {
    return url.isPresent();
  }

  /** Whether an expansion makes up its name, so that nothing is known of it. */
  public boolean isUnknown() {
    return name.isEmpty() && url.isEmpty() && text.indexOf('$', 0) >= 0;
  }

  /** Whether old versions are refused. */
  public boolean hasLowerBound() {
    return isDirect() || hashed || specifiers.stream().anyMatch(Specifier::isLowerBound);
  }

  /** Whether versions to come are refused. */
  public boolean hasUpperBound() {
    return isDirect() || hashed || specifiers.stream().anyMatch(Specifier::isUpperBound);
  }

  /** As written, without quotes. */
  @Override
  public String toString() {
    return text.toString();
  }
}
