package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A Dockerfile with what is known of its build; facts are derived once and shared by all rules.
 *
 * <p>Belongs to one thread.
 */
public final class DockerfileSubject implements Subject {
  private final Dockerfile file;
  private final Surroundings surroundings;
  private final Facts facts;

  /** What no report may show, by line. */
  private NavigableMap<Integer, List<Span>> hidden;

  /**
   * @param file as parsed
   * @param surroundings how it is built
   */
  public DockerfileSubject(Dockerfile file, Surroundings surroundings) {
    this(file, surroundings, ImageEnvironments.KNOWN);
  }

  /**
   * @param file as parsed
   * @param surroundings how it is built
   * @param images what is known of base images
   */
  public DockerfileSubject(Dockerfile file, Surroundings surroundings, ImageEnvironments images) {
    this.file = file;
    this.surroundings = surroundings;
    this.facts = new Facts(file, surroundings, images);
  }

  @Override
  public Source source() {
    return file.source();
  }

  @Override
  public FileKind kind() {
    return FileKind.DOCKERFILE;
  }

  @Override
  public List<Span> hidden(Span lines) {
    if (hidden == null) {
      hidden = new TreeMap<>();
      facts.secrets().stream()
          .map(Secret::value)
          .filter(value -> value.length() > 0)
          .forEach(this::hide);
    }
    if (hidden.isEmpty()) {
      return List.of();
    }
    return hidden
        .subMap(source().lineAt(lines.start()), true, source().lineAt(lines.end()), true)
        .values()
        .stream()
        .flatMap(List::stream)
        .filter(lines::overlaps)
        .distinct()
        .toList();
  }

  private void hide(Span secret) {
    int last = source().lineAt(secret.end());
    for (int line = source().lineAt(secret.start()); line <= last; line++) {
      hidden.computeIfAbsent(line, key -> new ArrayList<>()).add(secret);
    }
  }

  /** As parsed. */
  public Dockerfile file() {
    return file;
  }

  /** How it is built. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** What follows from both. */
  public Facts facts() {
    return facts;
  }
}
