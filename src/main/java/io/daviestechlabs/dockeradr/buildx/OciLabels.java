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
    put(labels, "title", Optional.of(project.name().orElse(project.artifactId())));
    put(labels, "description", project.description());
    put(labels, "vendor", project.organization());
    put(labels, "version", Optional.of(project.version()));
    put(labels, "authors", authors(project));
    put(labels, "licenses", licences(project.licences(), warnings));
    put(labels, "url", address(project.url()));
    put(labels, "documentation", address(project.site()));
    put(labels, "source", source(project, git));
    put(labels, "revision", git.revision());
    if (base.isPresent()) {
      put(labels, "base.name", Optional.of(base.get().normalised()));
      put(labels, "base.digest", base.get().digest());
    }
    OptionalLong told = Timestamp.told(sourceDateEpoch, project.outputTimestamp(), warnings);
    OptionalLong created = told.isPresent() ? told : git.commitTime();
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
    String text = collapsed(value.orElse(""));
    if (!text.isEmpty()) {
      labels.put(PREFIX + key, text);
    }
  }

  private static String collapsed(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > MAX_VALUE ? line.substring(0, MAX_VALUE) : line;
  }

  private static Optional<String> source(ProjectFacts project, GitFacts git) {
    Optional<String> address = address(project.scm().url());
    if (address.isEmpty()) {
      address = address(project.scm().connection());
    }
    if (address.isEmpty() && git.origin().isPresent()) {
      address = WebAddress.of(git.origin().get());
    }
    return address;
  }

  private static Optional<String> address(Optional<Link> link) {
    return link.isPresent() ? WebAddress.of(link.get().written()) : Optional.empty();
  }

  private static Optional<String> authors(ProjectFacts project) {
    Set<String> people = new LinkedHashSet<>();
    for (Developer each : project.developers()) {
      String contact = contact(each);
      if (!contact.isEmpty()) {
        people.add(contact);
      }
    }
    return people.isEmpty() ? project.organization() : Optional.of(String.join(", ", people));
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
      Optional<String> id = id(licence, spdx);
      if (id.isPresent()) {
        known.add(id.get());
      } else {
        warnings.add(unknown(licence));
      }
    }
    List<String> choices = new ArrayList<>();
    for (String id : known) {
      choices.add(known.size() > 1 && id.contains(" AND ") ? "(" + id + ")" : id);
    }
    return Optional.of(String.join(" OR ", choices));
  }

  private static Optional<String> id(Licence licence, Spdx spdx) {
    Optional<String> id =
        licence.name().isPresent() ? spdx.ofName(licence.name().get()) : Optional.empty();
    return id.isEmpty() && licence.url().isPresent() ? spdx.ofUrl(licence.url().get()) : id;
  }

  private static String unknown(Licence licence) {
    String name = collapsed(licence.name().or(licence::url).orElse(""));
    return "<license> '" + name + "' has no SPDX identifier and is left out of the image's labels";
  }
}
