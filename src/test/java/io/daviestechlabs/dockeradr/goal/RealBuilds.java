package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.Exec;
import io.daviestechlabs.dockeradr.buildx.Preflight;
import io.daviestechlabs.dockeradr.buildx.Processes;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts;
import io.daviestechlabs.dockeradr.buildx.QuickDocker;
import io.daviestechlabs.dockeradr.buildx.Repositories;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds of a small project with a real engine, read back and reported. */
final class RealBuilds {
  private RealBuilds() {}

  static Build of(Map<String, String> environment, Console console, WantedImage... images) {
    return of(environment, new QuickDocker(new Processes()), console, images);
  }

  static Build of(
      Map<String, String> environment, Exec exec, Console console, WantedImage... images) {
    return new Build(
        List.of(images),
        List.of(),
        Optional.of(ProjectFacts.of("g", "app", "1")),
        new Repositories(),
        true,
        true,
        false,
        environment,
        List.of(),
        Preflight::of,
        exec,
        console);
  }
}
