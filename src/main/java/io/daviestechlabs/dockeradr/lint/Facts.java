package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;

/** What follows from a Dockerfile and its surroundings; derived once, asked by all rules. */
public final class Facts {
  private final Dockerfile file;
  private final Surroundings surroundings;

  Facts(Dockerfile file, Surroundings surroundings) {
    this.file = file;
    this.surroundings = surroundings;
  }
}
