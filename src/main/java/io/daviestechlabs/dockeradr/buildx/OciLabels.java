package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Developer;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Licence;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Link;
import io.daviestechlabs.dockeradr.policy.Spdx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The {@code org.opencontainers.image} labels of a project.
 *
 * <p>A label is there with a value or it is not there: an empty one would hide that of the base
 * image and say nothing instead.
 *
 * @param labels by key, never empty ones
 * @param created the image's time in seconds since 1970, from the sources and never from the clock
 * @param warnings what was left out, and why
 */
public record OciLabels(Map<String, String> labels, OptionalLong created, List<String> warnings) {
  /** What the keys begin with. */
  public static final String PREFIX = "org.opencontainers.image.";

  private static final int MAX_VALUE = 4096;

  public OciLabels {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    warnings = List.copyOf(warnings);
  }

  /**
   * The labels of a project.
   *
   * @param project what the POM says
   * @param git what git says
   * @param base the image of the final stage's {@code FROM}, empty for {@code scratch}
   * @param sourceDateEpoch the variable SOURCE_DATE_EPOCH, if it is set
   */
  public static OciLabels of(
      ProjectFacts project,
      GitFacts git,
      Optional<ImageName> base,
      Optional<String> sourceDateEpoch) {
    List<String> warnings = new ArrayList<>();
    Map<String, String> labels = new TreeMap<>();
    put(labels, "title", project.name().or(() -> Optional.of(project.artifactId())));
    put(labels, "description", project.description());
    put(labels, "vendor", project.organization());
    put(labels, "version", Optional.of(project.version()));
    put(labels, "authors", authors(project));
    put(labels, "licenses", licences(project.licences(), warnings));
    put(labels, "url", project.url().map(Link::written).flatMap(WebAddress::of));
    put(labels, "documentation", project.site().map(Link::written).flatMap(WebAddress::of));
    put(labels, "source", source(project, git));
    put(labels, "revision", git.revision());
    put(labels, "base.name", base.map(ImageName::normalised));
    put(labels, "base.digest", base.flatMap(ImageName::digest));
    OptionalLong created =
        Timestamp.ofImage(sourceDateEpoch, project.outputTimestamp(), git::commitTime, warnings);
    if (created.isPresent()) {
      put(labels, "created", Optional.of(Instant.ofEpochSecond(created.getAsLong()).toString()));
    }
    return new OciLabels(labels, created, warnings);
  }

  /** The same labels with a digest that was found out later. */
  public OciLabels withBaseDigest(String digest) {
    Map<String, String> more = new TreeMap<>(labels);
    more.putIfAbsent(PREFIX + "base.digest", digest);
    return new OciLabels(more, created, warnings);
  }

  private static void put(Map<String, String> labels, String key, Optional<String> value) {
    value
        .map(OciLabels::collapsed)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> labels.put(PREFIX + key, text));
  }

  private static String collapsed(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > MAX_VALUE ? line.substring(0, MAX_VALUE) : line;
  }

  private static Optional<String> source(ProjectFacts project, GitFacts git) {
    List<Supplier<Optional<String>>> places =
        List.of(
            () -> project.scm().url().map(Link::written),
            () -> project.scm().connection().map(Link::written),
            git::origin);
    return places.stream()
        .flatMap(place -> place.get().flatMap(WebAddress::of).stream())
        .findFirst();
  }

  private static Optional<String> authors(ProjectFacts project) {
    String people =
        project.developers().stream()
            .map(OciLabels::contact)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return people.isEmpty() ? project.organization() : Optional.of(people);
  }

  private static String contact(Developer developer) {
    String name = collapsed(developer.name().orElse(""));
    String email = collapsed(developer.email().orElse(""));
    if (email.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? email : name + " <" + email + ">";
  }

  /** Maven lets users choose among several licences, which SPDX calls OR. */
  private static Optional<String> licences(List<Licence> licences, List<String> warnings) {
    if (licences.isEmpty()) {
      return Optional.empty();
    }
    Spdx spdx = Spdx.list();
    Set<String> known = new LinkedHashSet<>();
    for (Licence licence : licences) {
      Optional<String> id =
          licence.name().flatMap(spdx::ofName).or(() -> licence.url().flatMap(spdx::ofUrl));
      id.ifPresentOrElse(known::add, () -> warnings.add(unknown(licence)));
    }
    boolean several = known.size() > 1;
    return Optional.of(
        known.stream()
            .map(id -> several && id.contains(" AND ") ? "(" + id + ")" : id)
            .collect(Collectors.joining(" OR ")));
  }

  private static String unknown(Licence licence) {
    String name = collapsed(licence.name().or(licence::url).orElse(""));
    return "<license> '" + name + "' has no SPDX identifier and is left out of the image's labels";
  }
}
