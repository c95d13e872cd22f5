package io.daviestechlabs.dockeradr.lint;

import java.util.Locale;

/** Rules of one origin; where two families say the same of a place, the first one says it. */
public enum Family {
  /** The decision, ADR-0014. */
  ADR(""),
  /** The checks of {@code docker build --check}, in BuildKit's words. */
  BUILDKIT("BuildKit check"),
  /** The decision again, asked of images that were built. */
  IMAGE("");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  /** What a finding says of its origin; empty where its section does. */
  public String label() {
    return label;
  }

  /** The word that users write and read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
