package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A POM that sets rules, or from which a build of the project takes labels.
 *
 * @param source the file of the module
 * @param outline its elements
 * @param unset keys of labels for which the effective POM has no value
 * @param speaksForParents whether what is set elsewhere is to be reported here
 */
public record PomSubject(
    Source source, PomOutline outline, Set<String> unset, boolean speaksForParents)
    implements Subject {
  /** Reads the elements. */
  public static PomSubject of(Source source, Set<String> unset, boolean speaksForParents) {
    return new PomSubject(source, PomOutline.of(source), Set.copyOf(unset), speaksForParents);
  }

  @Override
  public FileKind kind() {
    return FileKind.POM;
  }

  /**
   * Where to report a setting: the element that has the word, or else the parent from which it
   * comes; empty if another POM is the better place.
   */
  public Optional<Span> placeOf(RuleSetting setting) {
    Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(setting.word()) + "(?![\\w-])");
    List<Span> outer =
        outline.deeper().stream()
            .filter(element -> element.name().equals(setting.element()))
            .map(PomOutline.Element::span)
            .toList();
    return outline.deeper().stream()
        .filter(element -> outer.stream().anyMatch(span -> span.contains(element.span())))
        .filter(element -> word.matcher(source.slice(element.span())).find())
        .findFirst()
        .map(PomOutline.Element::place)
        .or(() -> speaksForParents ? Optional.of(parent()) : Optional.empty());
  }

  private Span parent() {
    return outline.find("parent").map(PomOutline.Element::place).orElse(outline.project());
  }
}
