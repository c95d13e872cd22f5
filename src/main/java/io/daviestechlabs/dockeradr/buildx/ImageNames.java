package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names that an image gets.
 *
 * @param image the first one, with its tag
 * @param tags further tags of the same repository, or whole names of other ones
 * @param fixed those that stand for this very image and are never to stand for another: versions of
 *     releases, commits, times; not {@code latest}, snapshots, branches and the first numbers of a
 *     version, which are there to move on
 * @param warnings about tags that were left out
 */
public record ImageNames(
    ImageName image, List<String> tags, Set<ImageName> fixed, List<String> warnings) {
  public ImageNames {
    tags = List.copyOf(tags);
    warnings = List.copyOf(warnings);
  }

  /**
   * Works them out.
   *
   * @param image as configured; the version is its tag where it has none
   * @param registry to put before a name that has none
   * @param tags as configured
   * @param latest whether a release is tagged so
   * @throws UserError for what cannot be a name, saying where it is written and what is wrong
   */
  public static ImageNames of(
      String image, Optional<String> registry, List<String> tags, boolean latest, TagFacts facts) {
    List<String> warnings = new ArrayList<>();
    ImageName first = first(image, registry, facts);
    boolean tagged = first.tag().isPresent();
    ImageName named = tagged ? first : first.withTag(Slug.tag(facts.version()));
    Set<ImageName> fixed = new LinkedHashSet<>();
    if (tagged ? !moves(image, named, facts) : !facts.isSnapshot()) {
      fixed.add(named);
    }
    Set<String> further = new LinkedHashSet<>();
    for (TagRule rule : TagRule.of(tags)) {
      if (rule.counts(facts)) {
        Optional<String> text = rule.template().expand(facts, warnings);
        if (text.isPresent()) {
          ImageName name = further(text.get(), rule, named);
          further.add(ImageName.isTag(text.get()) ? text.get() : name.toString());
          if (!rule.template().moves(facts) && !name.tag().equals(Optional.of("latest"))) {
            fixed.add(name);
          }
        }
      }
    }
    if (latest && facts.isRelease()) {
      further.add("latest");
    }
    return new ImageNames(named, List.copyOf(further), Set.copyOf(fixed), warnings);
  }

  private static ImageName first(String image, Optional<String> registry, TagFacts facts) {
    if (image.matches(".*%[gavltTn].*")) {
      throw new UserError(
          "<image> '" + image + "' has placeholders of another plugin",
          "Write ${project.artifactId} for %a, and no tag for %v, which is the default; {{branch}},"
              + " {{sha}} and {{date 'yyyyMMdd'}} are known too.");
    }
    List<String> unknown = new ArrayList<>();
    Optional<String> written = new TagTemplate(image).expand(facts, unknown);
    if (written.isEmpty()) {
      String why = unknown.isEmpty() ? "the version is no release" : unknown.get(0);
      throw new UserError(
          "<image> '" + image + "' cannot be worked out: " + why,
          "Write the tag in <tags>, where it may be left out.");
    }
    ImageName name = BuildRequest.withoutDigest(ImageName.of("<image>", written.get()));
    return registry.isPresent() && name.registry().isEmpty()
        ? ImageName.of("<registry>", registry.get() + "/" + name)
        : name;
  }

  private static boolean moves(String written, ImageName name, TagFacts facts) {
    TagTemplate template = new TagTemplate(written);
    boolean snapshot = facts.isSnapshot() && name.tag().equals(Optional.of(facts.version()));
    return template.hasPlaceholders()
        ? template.moves(facts)
        : snapshot || name.tag().equals(Optional.of("latest"));
  }

  /** Another repository gets the image's own tag where it has none. */
  private static ImageName further(String text, TagRule rule, ImageName image) {
    if (ImageName.isTag(text)) {
      return image.withTag(text);
    }
    if (rule.template().hasPlaceholders() && text.matches("[^/:]{129,}")) {
      return image.withTag(Slug.tag(text));
    }
    if (text.indexOf('/') < 0 && text.indexOf(':') < 0) {
      throw new UserError(
          "<tags> has '" + text + "', which is no tag",
          "Write letters, digits, dots, underscores and dashes, no dot or dash first, 128 at most.");
    }
    ImageName name = ImageName.of("<tags>", text);
    return name.tag().isPresent() || name.digest().isPresent()
        ? name
        : name.withTag(image.tag().orElseThrow());
  }
}
