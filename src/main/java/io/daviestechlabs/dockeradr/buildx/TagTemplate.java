package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders of {@code docker/metadata-action}: <code>{{version}}</code>, <code>
 * {{major}}</code>, <code>{{minor}}</code>, <code>{{patch}}</code>, <code>{{branch}}</code>, <code>
 * {{sha}}</code>, <code>{{sha 'long'}}</code>, <code>{{date 'yyyyMMdd-HHmmss'}}</code>.
 *
 * <p>What comes from a version or a branch is made fit for a tag; what somebody wrote is left as it
 * is, and refused elsewhere if it is wrong.
 *
 * @param text as written
 */
record TagTemplate(String text) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\s*([A-Za-z_]+)(?:\\s+['\"]([^'\"]*)['\"])?\\s*\\}\\}");
  private static final Set<String> NUMBERS = Set.of("major", "minor", "patch");
  private static final String LATEST = "latest";
  private static final int SHORT = 7;

  /** Whether there is anything to fill in. */
  boolean hasPlaceholders() {
    return text.contains("{{");
  }

  /**
   * Fills in.
   *
   * @param warnings gets what is not known
   * @return empty where something is not known, and for numbers of a preliminary version: a tag
   *     that says 1.2 belongs to the release
   */
  Optional<String> expand(TagFacts facts, List<String> warnings) {
    StringBuilder all = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      Optional<String> value =
          value(matcher.group(1), Optional.ofNullable(matcher.group(2)), facts, warnings);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(all, Matcher.quoteReplacement(value.get()));
    }
    matcher.appendTail(all);
    if (all.indexOf("{{") >= 0 || all.indexOf("}}") >= 0) {
      throw unknown(text);
    }
    return Optional.of(all.toString());
  }

  /** Whether one build after the other is meant to have the tag. */
  boolean moves(TagFacts facts) {
    Set<String> names = names();
    if (names.isEmpty()) {
      return text.equals(LATEST);
    }
    boolean commit = names.contains("sha") && !facts.isDirty();
    boolean version = names.contains("version") || names.contains("patch");
    return !commit && !names.contains("date") && (!version || facts.isSnapshot());
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private Optional<String> value(
      String name, Optional<String> argument, TagFacts facts, List<String> warnings) {
    switch (name) {
      case "version":
        return Optional.of(Slug.tag(facts.version().replaceFirst("^v(?=\\d)", "")));
      case "branch":
        return known(facts.branch().map(Slug::of), "no branch is known", warnings);
      case "sha":
        return known(commit(facts, argument), "no commit is known", warnings);
      case "date":
        return known(date(facts, argument, warnings), "the image has no time of its own", warnings);
      default:
        if (NUMBERS.contains(name)) {
          return number(name, facts);
        }
        throw unknown("{{" + name + "}}");
    }
  }

  private Optional<String> number(String name, TagFacts facts) {
    ReleaseVersion version =
        ReleaseVersion.of(facts.version())
            .orElseThrow(
                () ->
                    new UserError(
                        "The version '"
                            + facts.version()
                            + "' has no numbers for the tag '"
                            + text
                            + "'",
                        "Use {{version}}, or a version like 1.2.3."));
    boolean whole = names().contains("patch") || names().contains("version");
    if (version.preliminary() && !whole) {
      return Optional.empty();
    }
    if (name.equals("major")) {
      return Optional.of(version.major());
    }
    return Optional.of(name.equals("minor") ? version.minor() : version.patch());
  }

  private static Optional<String> commit(TagFacts facts, Optional<String> length) {
    boolean whole = length.filter("long"::equals).isPresent();
    return facts
        .commit()
        .map(commit -> whole || commit.length() < SHORT ? commit : commit.substring(0, SHORT))
        .map(commit -> facts.isDirty() ? commit + "-dirty" : commit);
  }

  /** Letters for year and day are read as metadata-action has them, and as Java has them. */
  private Optional<String> date(TagFacts facts, Optional<String> pattern, List<String> warnings) {
    OptionalLong time = facts.time(warnings);
    if (time.isEmpty()) {
      return Optional.empty();
    }
    String letters = pattern.orElse("yyyyMMddHHmmss").replaceAll("[Yy]", "u").replace('D', 'd');
    try {
      return Optional.of(
          DateTimeFormatter.ofPattern(letters, Locale.ROOT)
              .format(Instant.ofEpochSecond(time.getAsLong()).atOffset(ZoneOffset.UTC)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UserError(
          "The tag '"
              + text
              + "' has a date that cannot be written as '"
              + pattern.orElse("")
              + "'",
          "Write a pattern like yyyyMMdd-HHmmss.");
    }
  }

  private Optional<String> known(Optional<String> value, String why, List<String> warnings) {
    if (value.filter(it -> !it.isEmpty()).isEmpty()) {
      warnings.add("tag '" + text + "' is left out: " + why);
      return Optional.empty();
    }
    return value;
  }

  private static UserError unknown(String text) {
    return new UserError(
        "'" + text + "' is no placeholder of a tag",
        "Write {{version}}, {{major}}, {{minor}}, {{patch}}, {{branch}}, {{sha}} or {{date"
            + " 'yyyyMMdd'}}.");
  }
}
