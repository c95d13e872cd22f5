package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code <tags>}: a tag, a whole name, or a rule in the words of {@code
 * docker/metadata-action}, such as <code>type=semver,pattern={{major}}.{{minor}}</code>.
 *
 * @param template of the tag or name
 * @param enabled when it counts: {@code true}, {@code false}, {@code release}, {@code snapshot},
 *     {@code main}
 * @param written the entry
 */
record TagRule(TagTemplate template, String enabled, String written) {
  private static final String TYPE = "type=";
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "raw", Set.of("value"),
          "semver", Set.of("pattern"),
          "branch", Set.of(),
          "sha", Set.of("format"),
          "timestamp", Set.of("pattern"));
  private static final Set<String> COMMON = Set.of("type", "prefix", "suffix", "enable");
  private static final Set<String> CONDITIONS =
      Set.of("true", "false", "release", "snapshot", "main");

  /**
   * Reads entries. One may be a comma list, and what the command line took apart at the commas is
   * put together again: an attribute is no tag.
   */
  static List<TagRule> of(List<String> entries) {
    List<String> texts = new ArrayList<>();
    for (String entry : entries) {
      for (String part : entry.split(",")) {
        String text = part.strip();
        boolean attribute = text.indexOf('=') > 0 && !text.startsWith(TYPE);
        if (attribute && !texts.isEmpty() && texts.get(texts.size() - 1).startsWith(TYPE)) {
          texts.set(texts.size() - 1, texts.get(texts.size() - 1) + "," + text);
        } else if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    }
    List<TagRule> rules = new ArrayList<>();
    for (String text : texts) {
      rules.add(parse(text));
    }
    return rules;
  }

  /** Whether it counts in this build. */
  boolean counts(TagFacts facts) {
    return switch (enabled) {
      case "release" -> facts.isRelease();
      case "snapshot" -> facts.isSnapshot();
      case "main" -> facts.isMain();
      default -> enabled.equals("true");
    };
  }

  private static TagRule parse(String written) {
    if (!written.startsWith(TYPE)) {
      return new TagRule(new TagTemplate(written), "true", written);
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String pair : written.split(",")) {
      int equals = pair.indexOf('=');
      attributes.put(
          pair.substring(0, Math.max(equals, 0)).strip(), pair.substring(equals + 1).strip());
    }
    String type = attributes.get("type");
    Set<String> known = ATTRIBUTES.get(type);
    if (known == null) {
      throw wrong(
          written,
          "there is no type '" + type + "'",
          "Write raw, semver, branch, sha or timestamp.");
    }
    for (String name : attributes.keySet()) {
      if (!known.contains(name) && !COMMON.contains(name)) {
        throw wrong(written, "type " + type + " has no '" + name + "'", "Remove it.");
      }
    }
    String enabled = attributes.getOrDefault("enable", "true");
    if (!CONDITIONS.contains(enabled)) {
      throw wrong(
          written, "enable is '" + enabled + "'", "Write true, false, release, snapshot or main.");
    }
    String prefix = attributes.getOrDefault("prefix", type.equals("sha") ? "sha-" : "");
    String suffix = attributes.getOrDefault("suffix", "");
    return new TagRule(
        new TagTemplate(prefix + middle(type, attributes, written) + suffix), enabled, written);
  }

  private static String middle(String type, Map<String, String> attributes, String written) {
    Optional<String> pattern = Optional.ofNullable(attributes.get("pattern"));
    switch (type) {
      case "raw":
        return Optional.ofNullable(attributes.get("value"))
            .orElseThrow(() -> wrong(written, "it has no value", "Write type=raw,value=edge."));
      case "branch":
        return "{{branch}}";
      case "sha":
        return attributes.getOrDefault("format", "short").equals("long")
            ? "{{sha 'long'}}"
            : "{{sha}}";
      case "timestamp":
        return "{{date '" + pattern.orElse("yyyyMMddHHmmss") + "'}}";
      default:
        return pattern.orElse("{{version}}");
    }
  }

  private static UserError wrong(String written, String why, String remedy) {
    return new UserError("<tags> has '" + written + "', and " + why, remedy);
  }
}
