package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.lint.Family;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Nearest;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RuleSetting;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.report.Format;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Amount;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that users write, as the values that they mean; a wrong one says what is allowed. */
public final class LintSettings {
  /** In the order of {@link Severity}; where nothing fails, the weight is called never. */
  private static final List<String> FAIL_ON = List.of("error", "warning", "info", "never");

  private LintSettings() {}

  /** What the images are for. */
  public static ImageKind kind(String word) {
    return oneOf(ImageKind.class, "kind", word);
  }

  /** The least weight that fails; off for {@code never}. */
  public static Severity failOn(String word) {
    String wanted = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    int index = FAIL_ON.indexOf(wanted);
    if (index < 0) {
      throw wrong("failOn", word, FAIL_ON);
    }
    return Severity.values()[index];
  }

  /** Forms of report. */
  public static Set<Format> reports(List<String> words) {
    Set<Format> formats = EnumSet.noneOf(Format.class);
    words.forEach(word -> formats.add(oneOf(Format.class, "reports", word)));
    return formats;
  }

  /** Families of rules. */
  public static Set<Family> families(List<String> words) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    words.forEach(word -> families.add(oneOf(Family.class, "families", word)));
    return families;
  }

  /**
   * The decision's own options with what POMs say of rules.
   *
   * @param poms those that the module inherits from, the farthest first, and its own
   */
  public static Options options(List<PomRules> poms) {
    Set<RuleSetting> settings = new LinkedHashSet<>();
    Map<String, Severity> locked = new HashMap<>();
    Map<String, Severity> weights = Map.of();
    for (PomRules pom : poms) {
      weights = weights(pom);
      for (String word : pom.locked()) {
        settings.add(new RuleSetting("locked", word, Optional.empty()));
        Optional<Rule> rule = find(word);
        if (rule.isPresent()) {
          Severity weight = weights.getOrDefault(rule.get().id(), rule.get().meta().severity());
          locked.putIfAbsent(rule.get().id(), weight);
        }
      }
    }
    poms.get(poms.size() - 1)
        .severities()
        .forEach(
            (word, weight) ->
                settings.add(
                    new RuleSetting("severities", word, Optional.of(weight(word, weight)))));
    return Options.adr()
        .withSeverities(weights)
        .withLocked(locked)
        .withSettings(List.copyOf(settings));
  }

  private static Map<String, Severity> weights(PomRules pom) {
    Map<String, Severity> weights = new HashMap<>();
    pom.severities()
        .forEach(
            (word, weight) ->
                find(word).ifPresent(rule -> weights.put(rule.id(), weight(word, weight))));
    return weights;
  }

  private static Severity weight(String rule, String word) {
    return oneOf(Severity.class, "severities><" + rule, word);
  }

  /** The rules of some ids or names. */
  public static Set<Rule> rules(List<String> words) {
    return words.stream().map(LintSettings::rule).collect(Collectors.toSet());
  }

  /** The rule of an id or name. */
  public static Rule rule(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new UserError(
                    "there is no rule '" + word + "'",
                    "Did you mean " + Nearest.of(word, Nearest.words(Rules.ALL)) + "?"));
  }

  private static Optional<Rule> find(String word) {
    return Rules.ALL.stream().filter(rule -> rule.isNamed(word.strip())).findFirst();
  }

  /** Keys of labels; those that are usual where none are given. */
  public static List<String> labels(List<String> keys, List<String> usual) {
    for (String key : keys) {
      if (!key.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,254}")) {
        throw new UserError(
            "<requiredLabels> has '" + key + "', which is no key of a label",
            "Write keys without values, such as org.opencontainers.image.title.");
      }
    }
    return keys.isEmpty() ? usual : keys;
  }

  /** The version of a frontend. */
  public static String syntax(String version) {
    if (version == null || !version.matches("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}")) {
      throw new UserError(
          "<minimumSyntax> is '" + version + "', which is no version",
          "Write a version of docker/dockerfile, such as 1.7.");
    }
    return version;
  }

  /** A number of bytes, with a unit or without. */
  public static long bytes(String element, String amount) {
    long bytes = Amount.parse(amount);
    if (bytes < 0) {
      throw new UserError(
          "<%s> is '%s', which is no size".formatted(element, amount),
          "Write a number with a unit, such as 500MB, 1.5GB or 2GiB.");
    }
    return bytes;
  }

  /** A number of bytes, empty where none is given. */
  public static OptionalLong optionalBytes(String element, String amount) {
    return amount == null || amount.isBlank()
        ? OptionalLong.empty()
        : OptionalLong.of(bytes(element, amount));
  }

  /** A constant by its name in lower case, which is how people write it. */
  static <E extends Enum<E>> E oneOf(Class<E> type, String element, String word) {
    List<String> allowed =
        Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    String wanted = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    int index = allowed.indexOf(wanted);
    if (index < 0) {
      throw wrong(element, word, allowed);
    }
    return type.getEnumConstants()[index];
  }

  private static UserError wrong(String element, String word, List<String> allowed) {
    return new UserError(
        "<%s> is '%s'; allowed are %s".formatted(element, word, String.join(", ", allowed)),
        "Did you mean '" + Nearest.of(word == null ? "" : word, allowed) + "'?");
  }
}
