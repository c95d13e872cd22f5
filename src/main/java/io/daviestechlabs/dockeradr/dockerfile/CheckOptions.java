package io.daviestechlabs.dockeradr.dockerfile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code # check=skip=Name,…;experimental=Name,…;error=true} says of BuildKit's checks.
 *
 * @param skipped names of checks that are off
 * @param skipsAll whether all are off but the experimental ones, which nothing switches off
 * @param experimental names of experimental checks that are on
 * @param allExperimental whether all of them are on
 * @param error whether a warning fails the build
 * @param fault what BuildKit has against it
 */
public record CheckOptions(
    Set<String> skipped,
    boolean skipsAll,
    Set<String> experimental,
    boolean allExperimental,
    boolean error,
    Optional<String> fault) {
  /** What holds where nothing is said. */
  public static final CheckOptions NONE =
      new CheckOptions(Set.of(), false, Set.of(), false, false, Optional.empty());

  private static final int MOST_PARTS = 3;
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

  /** Keeps copies. */
  public CheckOptions {
    skipped = Set.copyOf(skipped);
    experimental = Set.copyOf(experimental);
  }

  /** Those of a directive. */
  public static CheckOptions of(Directive directive) {
    return read(directive.firstWord().toString());
  }

  /** The directive in the comments above an instruction, the first of which counts. */
  public static Optional<Directive> above(Instruction instruction) {
    for (Comment comment : instruction.comments()) {
      Optional<Directive> found =
          comment.indented() || comment.text().toString().indexOf('=') < 0
              ? Optional.empty()
              : Directives.read(comment.text(), 0, comment.line());
      if (found.filter(d -> d.key().equals("check")).isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** These with those of the comments above an instruction. */
  public CheckOptions with(Instruction instruction) {
    return above(instruction)
        .map(CheckOptions::of)
        .filter(options -> options.fault.isEmpty())
        .map(this::merged)
        .orElse(this);
  }

  /** Whether a check is switched off by its name or with all others. */
  public boolean skips(String name) {
    return skipsAll || skipped.contains(name);
  }

  /** Whether an experimental check is asked for. */
  public boolean asksFor(String name) {
    return allExperimental || experimental.contains(name);
  }

  private CheckOptions merged(CheckOptions above) {
    Set<String> off = new HashSet<>(skipped);
    off.addAll(above.skipped);
    Set<String> on = new HashSet<>(experimental);
    on.addAll(above.experimental);
    return new CheckOptions(
        off,
        skipsAll || above.skipsAll,
        on,
        allExperimental || above.allExperimental,
        error,
        fault);
  }

  private static CheckOptions read(String text) {
    CheckOptions options = NONE;
    for (String part : text.isEmpty() ? new String[0] : text.split(";", MOST_PARTS)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals).strip();
      String value = part.substring(equals + 1);
      switch (key) {
        case "skip" -> options = options.skipping(value);
        case "experimental" -> options = options.trying(value);
        case "error" -> options = options.failing(part, value);
        default -> {
          return options.faulty("invalid check option " + GoQuote.quote(equals < 0 ? part : key));
        }
      }
      if (options.fault.isPresent()) {
        return options;
      }
    }
    return options;
  }

  private CheckOptions skipping(String names) {
    return names.equals("all")
        ? new CheckOptions(skipped, true, experimental, allExperimental, error, fault)
        : new CheckOptions(names(names), skipsAll, experimental, allExperimental, error, fault);
  }

  private CheckOptions trying(String names) {
    return names.equals("all")
        ? new CheckOptions(skipped, skipsAll, experimental, true, error, fault)
        : new CheckOptions(skipped, skipsAll, names(names), allExperimental, error, fault);
  }

  private CheckOptions failing(String part, String value) {
    if (!TRUE.contains(value) && !FALSE.contains(value)) {
      return faulty(
          "failed to parse check option "
              + GoQuote.quote(part)
              + ": strconv.ParseBool: parsing "
              + GoQuote.quote(value)
              + ": invalid syntax");
    }
    return new CheckOptions(
        skipped, skipsAll, experimental, allExperimental, TRUE.contains(value), fault);
  }

  private CheckOptions faulty(String message) {
    return new CheckOptions(
        skipped,
        skipsAll,
        experimental,
        allExperimental,
        error,
        Optional.of("failed to parse check options: " + message));
  }

  private static Set<String> names(String list) {
    Set<String> names = new HashSet<>();
    for (String name : list.split(",")) {
      names.add(name.strip());
    }
    return names;
  }
}
